"""What the program says of running a centre and of who may sign in where."""

from __future__ import annotations

from desktop.ui.wording import Words

CENTRE_ERRORS: dict[str, Words] = {
    "CONFIG_WRONG": Words(
        "中心的配置有误：{file} 第 {line} 行，{what}",
        "The centre's settings are wrong: {file}, line {line}: {what}",
    ),
    "CONFIG_UNREADABLE": Words("配置文件 {file} 读不了", "The settings in {file} cannot be read"),
    "LOG_UNWRITABLE": Words("日志文件写不进去", "The log cannot be written"),
    "TLS_UNUSABLE": Words(
        "证书或私钥文件用不了，请检查 [tls] 设置",
        "Certificate or key cannot be used; check [tls] in the settings",
    ),
    "TOO_MANY_REQUESTS": Words(
        "请求太频繁，稍后会自动再试", "Too many requests; it will be tried again by itself"
    ),
    "BACKUP_WRONG": Words(
        "这份备份已损坏，未采用，现有数据没有动",
        "This copy is damaged; it was not used and nothing was changed",
    ),
    "BACKUP_FOLDER": Words(
        "请指定备份文件夹，或在配置中设置 [backup] folder",
        "Name a folder, or set [backup] folder in the settings",
    ),
    "BACKUP_POSTGRESQL": Words(
        "数据在 PostgreSQL 中，请用 pg_basebackup 或 pg_dump 备份",
        "The data are in PostgreSQL: use pg_basebackup or pg_dump",
    ),
    "CENTRE_RUNNING": Words(
        "中心正在运行，请先停止再恢复", "The centre is running; stop it before restoring"
    ),
}
