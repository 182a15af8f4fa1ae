//! Files that get another text as a whole: nobody ever finds a part of it, whatever happens.

use std::fs::{self, File, Metadata};
use std::io::{self, ErrorKind, Write};
use std::path::Path;
use std::process;
use std::sync::atomic::{AtomicUsize, Ordering};

/// Two links may lead to one file.
static COUNT: AtomicUsize = AtomicUsize::new(0);

/// Gives a file another text. Who may read it, and who owns it, stays.
pub(in super::super) fn replace(path: &Path, text: &str) -> io::Result<()> {
    // A link stays, and what it leads to is replaced.
    let path = fs::canonicalize(path)?;
    let known = fs::metadata(&path)?;
    if !known.is_file() {
        return Err(io::Error::new(
            ErrorKind::InvalidInput,
            "it is no regular file",
        ));
    }
    // Others may take the place of such a file, but it says that it is to stay as it is.
    if known.permissions().readonly() {
        return Err(ErrorKind::PermissionDenied.into());
    }
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    let count = COUNT.fetch_add(1, Ordering::Relaxed);
    let new = path.with_file_name(format!(".{name}.{}-{count}.new", process::id()));
    let written = write(&new, text, &known).and_then(|()| fs::rename(&new, &path));
    if written.is_err() {
        let _ = fs::remove_file(&new);
    }
    written
}

fn write(new: &Path, text: &str, known: &Metadata) -> io::Result<()> {
    let mut file = File::create_new(new)?;
    keep_owner(&file, known);
    // Before anything is in it that not everybody may read.
    file.set_permissions(known.permissions())?;
    file.write_all(text.as_bytes())?;
    file.sync_all()
}

/// Gives the file to the owner of the one before, where that is another user and this one may: as in a container.
#[cfg(unix)]
fn keep_owner(file: &File, known: &Metadata) {
    use std::os::unix::fs::{MetadataExt, fchown};
    let _ = fchown(file, Some(known.uid()), Some(known.gid()));
}

#[cfg(not(unix))]
fn keep_owner(_: &File, _: &Metadata) {}
