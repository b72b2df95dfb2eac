//! Starts Stackpin's language server for YAML documents; it answers for stack manifests and catalogs, and is silent about all others.
use zed_extension_api::{self as zed, Command, LanguageServerId, Result, Worktree};

struct Stackpin;

impl zed::Extension for Stackpin {
    fn new() -> Self {
        Stackpin
    }

    fn language_server_command(&mut self, _: &LanguageServerId, worktree: &Worktree) -> Result<Command> {
        let command = worktree
            .which("stackpin-language-server")
            .ok_or("stackpin-language-server is not on the path. Install it with npm install --global stackpin.")?;
        Ok(Command { command, args: vec!["--stdio".into()], env: worktree.shell_env() })
    }
}

zed::register_extension!(Stackpin);
