"""What the program says of files, passwords and codes given to it."""

from __future__ import annotations

from desktop.ui.wording import Words

FILE_ERRORS: dict[str, Words] = {
    "FILE_UNREADABLE": Words(
        "文件读不了：不存在、没有权限或已损坏",
        "The file cannot be read: missing, barred or damaged",
    ),
    "FILE_UNWRITABLE": Words(
        "文件写不了：请检查路径、权限和剩余空间",
        "The file cannot be written: check path, rights and free space",
    ),
    "BACKUP_OF_ANOTHER": Words(
        "这是另一个工作站的备份，没有恢复", "This is another station's backup; nothing was restored"
    ),
    "PASSWORD_FILE": Words("口令文件读不了", "The password file cannot be read"),
    "PASSWORD_MISSING": Words(
        "没有给出口令：请设环境变量 CANBAO_PASSWORD，或用 --password-file",
        "No password given: set CANBAO_PASSWORD or use --password-file",
    ),
    "CAMPAIGN_YEAR_NEEDED": Words(
        "本户有多个年度待缴（{years}），请写明 campaign_year",
        "More than one year is unpaid ({years}); name the campaign_year",
    ),
    "RECEIPT_CODE_UNREADABLE": Words(
        "这不是参保台收据上的二维码内容，请重新扫描",
        "This is not the text of a receipt's code; scan it again",
    ),
    "RECEIPT_CODE_FOREIGN": Words(
        "这张收据由别的工作站签名，不能用本站的密钥核验",
        "This receipt was signed by another station",
    ),
    "RECEIPT_CODE_ALTERED": Words(
        "核验不通过：内容被改动过，或不是该工作站签发",
        "The code does not hold: it was altered, or that station never signed it",
    ),
    "CODE_DIFFERS": Words(
        "核验不通过：码上的内容与本机存有的这张收据不一致，请交复核人员",
        "The code does not hold: the receipt kept here says something else. Tell a supervisor",
    ),
    "WINDOW_STUCK": Words("窗口没有进入预期状态", "The window did not come to the expected state"),
    "CANCELLED": Words("已取消，没有改动任何数据", "Cancelled; nothing was changed"),
}
