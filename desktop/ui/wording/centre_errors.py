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
    "OPERATOR_BARRED": Words(
        "县级中心已停用这个账号，请联系县局；恢复后联网登录一次即可",
        "The county's centre has locked this operator; ask it, then sign in once with a line",
    ),
    "SIGN_IN_EXPIRED": Words(
        "本机已超过 {days} 天没有与县级中心交换，不能登录。数据都在，没有丢失。"
        "请接上网络再登录一次，程序会先与中心交换；没有网络的，请系统管理员用 U 盘交换",
        "This station has not exchanged with the centre for more than {days} days, so nobody can"
        " sign in. Nothing is lost. Connect the network and sign in once more: the program"
        " exchanges first. Without a network, IT exchanges by USB stick",
    ),
    "OPERATORS_ALTERED": Words(
        "收到的人员名单不是给本机的或已被改动，未采用，请联系系统管理员",
        "The list of operators that came is not for this station or was changed; it was not taken."
        " Call IT",
    ),
    "OPERATOR_BY_CENTRE": Words(
        "这个账号由县级中心管理，请在县局更改",
        "The county's centre looks after this operator; it is changed there",
    ),
    "ROLE_BY_CENTRE": Words(
        "正式站上，复核、政策管理、审计、系统管理等角色由县级中心下发",
        "At a real station these roles are handed out by the county's centre",
    ),
    "ROLE_UNKNOWN": Words("没有这个角色", "There is no such role"),
    "LAST_OPERATOR": Words(
        "这是最后一个能打开本机数据的账号，不能移除",
        "This is the last operator who can open this station; they cannot be removed",
    ),
}
