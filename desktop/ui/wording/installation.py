"""What is said of the installation: what IT set, whose data folder it is, new versions."""

from __future__ import annotations

from desktop.ui.wording import Words

INSTALLATION_ERRORS: dict[str, Words] = {
    "SETTINGS_UNREADABLE": Words(
        "信息部门的设置读不了：{place}。请系统管理员改正（{why}）；本机登记、收费照常，暂不同步",
        "What IT set cannot be read: {place}. IT puts it right ({why}); "
        "the desk works on and does not exchange meanwhile",
    ),
    "SETTING_UNKNOWN": Words(
        "设置 {place} 里没有“{name}”这一项（应为 {names}）。请系统管理员改正；"
        "本机登记、收费照常，暂不同步",
        "There is no setting “{name}” in {place} (it would be {names}). IT puts it right; "
        "the desk works on and does not exchange meanwhile",
    ),
    "SETTING_FORM": Words(
        "设置 {place} 里“{name}”的值不对（应为 {form}）。请系统管理员改正；"
        "本机登记、收费照常，暂不同步",
        "“{name}” in {place} has a wrong value (it would be {form}). IT puts it right; "
        "the desk works on and does not exchange meanwhile",
    ),
    "CA_FILE": Words(
        "证书文件读不了：{file}。请系统管理员检查设置 CaFile；本机登记、收费照常，暂不同步",
        "The certificate file cannot be read: {file}. IT checks the setting CaFile; "
        "the desk works on and does not exchange meanwhile",
    ),
    "REGISTRATION_NEEDS": Words(
        "请给出中心地址（--centre）和注册码（--code），或由信息部门统一设置",
        "Name the centre (--centre) and the code (--code), or let IT set them",
    ),
    "STATION_IN_USE": Words(
        "本机的参保台正由用户 {user} 使用。同一台电脑一次只能由一位用户打开；"
        "请该用户关闭程序或注销后再打开",
        "{user} has Canbao Desk open on this computer. One user at a time can have it open: "
        "let {user} close it or sign out, then open it again",
    ),
    "FOLDER_UNREACHABLE": Words(
        "数据文件夹无法建立：{folder}。请系统管理员检查磁盘和权限；没有改动任何数据",
        "The data folder cannot be made: {folder}. IT checks the disk and the rights; "
        "nothing was changed",
    ),
    "FOLDER_READ_ONLY": Words(
        "您没有写入数据文件夹的权限：{folder}。请系统管理员给您的用户加上“修改”权限；数据没有改动",
        "You may not write in the data folder: {folder}. IT gives your user the right to modify "
        "it; the data is as it was",
    ),
    "STATION_COPIED": Words(
        "这个数据文件夹来自另一台电脑。同一工作站不能在两台电脑上使用，否则收据号会重复。"
        "如果旧电脑不再使用，请系统管理员在本机运行 canbao station move-here；"
        "否则请删除这份副本，继续用原电脑。数据没有改动",
        "This data folder comes from another computer. One station cannot be used on two, or "
        "receipt numbers would double. If the old computer is given up, IT runs canbao station "
        "move-here on this one; else delete this copy and go on with the old computer. "
        "The data is as it was",
    ),
    "MACHINE_UNKNOWN": Words(
        "系统没有给出本机的标识，不需要也不能登记搬迁",
        "The system does not say which computer this is; nothing needs to be moved",
    ),
    "RELEASE_FORM": Words(
        "这不是参保台的发布说明（.release）", "These are not the signed lines of a release"
    ),
    "RELEASE_KEY": Words(
        "安装包不是由本程序信任的发布者签名（密钥 {key}），没有采用",
        "The installer is signed with the key {key}, which this program does not trust; "
        "it was not taken",
    ),
    "RELEASE_SIGNATURE": Words(
        "发布说明签名不符，可能被改动，没有采用",
        "The signature does not hold: the lines were altered; they were not taken",
    ),
    "RELEASE_SYSTEM": Words(
        "安装包用于另一种系统（{system}），没有采用",
        "The installer is for other machines ({system}); it was not taken",
    ),
    "RELEASE_OLDER": Words(
        "不比现有版本（{version}）新，没有采用", "No newer than {version}; it was not taken"
    ),
    "RELEASE_FILE": Words(
        "安装包 {file} 与发布者签名的不是同一个文件，没有采用；请重新取得",
        "{file} is not the file that its publisher signed; it was not taken. Get it again",
    ),
    "RELEASE_VERSION": Words(
        "安装包的版本是 {version}，与 --version 不同",
        "The file is version {version}, not --version",
    ),
    "RELEASE_UNKNOWN": Words("没有发布版本 {version}", "Version {version} is not given out"),
    "RELEASE_KEY_MISSING": Words(
        "请用 --key 或环境变量 CANBAO_RELEASE_KEY 指明发布者私钥",
        "Name the publisher's key with --key or CANBAO_RELEASE_KEY",
    ),
    "UPDATE_NONE": Words(
        "没有已下载的新版本；先运行 canbao update fetch，或指明安装包文件",
        "No newer version has been fetched; run canbao update fetch, or name the file",
    ),
    "UPDATE_NOTHING_KEPT": Words(
        "本机没有保留上一版本的安装包，请指明文件：canbao update back FILE",
        "No earlier installer is kept here; name it: canbao update back FILE",
    ),
    "UPDATE_NO_ROOM": Words(
        "磁盘剩余空间太少，没有下载新版本；业务不受影响，请腾出空间",
        "Too little room on the disk; the new version was not fetched. Work goes on; make room",
    ),
    "UPDATE_BUSINESS_FIRST": Words(
        "还有业务等待上传，请先同步（canbao sync），再下载新版本",
        "Events wait to be sent: exchange first (canbao sync), then fetch the new version",
    ),
    "RIGHTS_MISSING": Words(
        "安装需要管理员权限，没有改动；请以管理员身份运行，或用 --print 看命令",
        "Only an administrator may install; nothing was changed. Run it as one, or see the "
        "command with --print",
    ),
    "INSTALL_FAILED": Words(
        "安装程序没有完成（代码 {exit}），原版本和数据保持不变；日志在 {log}",
        "The installer did not finish (code {exit}); the version before and the data are as they "
        "were. Its log is in {log}",
    ),
    "DATA_UPGRADE_FAILED": Words(
        "新版程序不能转换本站数据，数据原样未动。请系统管理员退回上一版本"
        "（canbao update back），业务可继续；并把日志发给县中心",
        "The new version could not convert this station's data, which is as it was. IT goes "
        "back to the version before (canbao update back) and work goes on; send the log to "
        "the county",
    ),
}

INSTALLATION_SCREEN: dict[str, Words] = {
    "first.given": Words(
        "由信息部门统一设置，本机不能修改", "Set by IT; it cannot be changed here"
    ),
    "update.short": Words("新版本 {version}", "Version {version}"),
    "update.offered": Words(
        "有新版本 {version}（{note}）。由信息部门安装，不影响当前业务，无需操作。",
        "Version {version} is out ({note}). IT installs it; work goes on and you need do nothing.",
    ),
    "update.fetching": Words(
        "正在后台接收新版本 {version}（{note}），已收到 {percent}%，不影响当前业务。",
        "Version {version} ({note}) is arriving in the background, {percent}% so far; "
        "work goes on.",
    ),
    "update.ready": Words(
        "新版本 {version}（{note}）已下载并核验，等待信息部门在下班后安装，无需操作。",
        "Version {version} ({note}) has arrived and is proven; IT installs it after hours and "
        "you need do nothing.",
    ),
    "update.failed": Words(
        "新版本 {version} 不能转换本站数据，已停用；数据完好，请照常使用当前版本，信息部门会处理。",
        "Version {version} could not convert this station's data and is not used; the data is "
        "whole. Go on with this version; IT sees to it.",
    ),
    "it.line": Words("{name}：{value}（{source}：{place}）", "{name}: {value} ({source}: {place})"),
    "it.free": Words("{name}：未统一设置", "{name}: not set by IT"),
    "it.note": Words(
        "标明来源的各项由信息部门统一设置，不能在本机修改；未统一设置的由本机填写或按默认。",
        "What names its source was set by IT and cannot be changed here; the rest is entered at "
        "this desk or as usual.",
    ),
    "it.code_given": Words("已给出", "given"),
    "it.source.installer": Words("安装时设定", "by the installer"),
    "it.source.file": Words("设置文件", "settings file"),
    "it.source.policy": Words("组策略", "group policy"),
    "it.CentreUrl": Words("中心地址", "Centre"),
    "it.Division": Words("区划代码", "Division"),
    "it.StationCode": Words("注册码", "Registration code"),
    "it.CaFile": Words("证书文件", "Certificates"),
    "it.UpdateMode": Words("程序更新方式", "Updates of the program"),
    "it.Proxy": Words("代理", "Proxy"),
    "it.SystemProxy": Words("使用系统代理", "System's proxy"),
}
