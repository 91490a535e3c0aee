"""What is said about identity-card readers, cards and scanners: what happened and the way out."""

from __future__ import annotations

from desktop.ui.wording import Words

CARD_ERRORS: dict[str, Words] = {
    "CARD_ABSENT": Words(
        "没有读到证件：请把证件拿起，重新平放在读卡区，再按 F7",
        "No card found: lift it, lay it flat on the reader again, press F7",
    ),
    "CARD_NOT_READ": Words(
        "证件移开太早，没有读完：请平放不动，再按 F7",
        "The card was moved too soon: leave it flat and press F7 again",
    ),
    "CARD_NOT_GENUINE": Words(
        "读卡器不能确认这张证件的真伪：请核对证件，改为手工录入",
        "The reader cannot confirm this card is genuine: look at it and type it in",
    ),
    "CARD_TYPE": Words(
        "读卡器不认识这种证件：请手工录入", "Not a kind of card the reader knows: type it in"
    ),
    "CARD_LENGTH": Words(
        "证件内容不完整（{length} 字节），没有采用：请重新读卡，仍不行请手工录入",
        "The card's content is not whole ({length} bytes) and was not taken: read again or type",
    ),
    "CARD_CHARACTERS": Words(
        "证件内容读乱了，没有采用：请重新读卡，仍不行请手工录入",
        "The card's content came garbled and was not taken: read again or type it in",
    ),
    "CARD_NAME": Words(
        "证件里没有姓名，没有采用：请手工录入", "The card holds no name: type it in"
    ),
    "CARD_NUMBER": Words(
        "证件里的号码不合格式，没有采用：请手工录入",
        "The number in the card has not its form: type it in",
    ),
    "CARD_SEX": Words(
        "证件里的性别不合格式，没有采用：请手工录入",
        "The sex in the card has not its form: type it in",
    ),
    "CARD_BIRTH_DATE": Words(
        "证件里的出生日期不存在，没有采用：请手工录入",
        "The birth date in the card is no date: type it in",
    ),
    "CARD_VALIDITY": Words(
        "证件里的有效期不合格式，没有采用：请看证件背面，手工录入",
        "The card's validity has not its form: look at its back and type it in",
    ),
    "READER_NOT_CHOSEN": Words(
        "本机还没有设置读卡器：请在“系统设置”选择，或手工录入",
        "No card reader is set for this machine: choose one under Settings, or type",
    ),
    "READER_TRAINING_ONLY": Words(
        "模拟读卡器只用于培训站：请在“系统设置”改选读卡器",
        "The simulated reader is for training stations: choose another under Settings",
    ),
    "READER_NONE": Words(
        "没有找到读卡器：请检查 USB 线和电源，再按 F7；急用时手工录入",
        "No reader found: check its cable and power, then press F7; or type",
    ),
    "READER_LINE": Words(
        "与读卡器通信出错：请拔下 USB 线重新插好，再按 F7",
        "The line to the reader failed: unplug it, plug it in again, press F7",
    ),
    "READER_SAM": Words(
        "读卡器的安全模块不可用（{returned}）：请重新插拔；仍不行请联系读卡器厂家",
        "Its security module does not work ({returned}): plug it in anew, or call its maker",
    ),
    "READER_RETURN": Words(
        "读卡器回答了没有说明的代码 {returned}：请重新插拔后再试，仍不行请手工录入",
        "The reader answered with an unknown code {returned}: plug it in anew, or type",
    ),
    "READER_LIBRARY_MISSING": Words(
        "找不到读卡器驱动文件：请安装读卡器驱动，或在“系统设置”改选",
        "The reader's library is not there: install its driver or choose it under Settings",
    ),
    "READER_LIBRARY_BITS": Words(
        "驱动文件的位数与程序不同：请换另一种位数的驱动，或请系统管理员放入 32 位辅助程序",
        "The library is for the other word size: take the other, or let IT add the 32-bit helper",
    ),
    "READER_LIBRARY_FOREIGN": Words(
        "这个文件不是身份证读卡器驱动（SDT 接口）：请在“系统设置”改选",
        "This file is no ID-card reader's library (SDT): choose another under Settings",
    ),
    "READER_LIBRARY_FAILED": Words(
        "驱动文件打不开，可能缺少随附文件：请重新安装读卡器驱动",
        "The library cannot be loaded, files beside it may be missing: install the driver again",
    ),
    "READER_HELPER": Words(
        "读卡辅助程序启动不了：请联系系统管理员，先手工录入",
        "The reader's helper does not start: call IT, and type meanwhile",
    ),
    "READER_HUNG": Words(
        "读卡器没有反应，已自动复位：请再按 F7；急用时手工录入",
        "The reader did not answer and was reset: press F7 again, or type",
    ),
    "READER_CRASHED": Words(
        "读卡器驱动出错退出，登记不受影响：请再按 F7；急用时手工录入",
        "The reader's library crashed, nothing else is harmed: press F7 again, or type",
    ),
    "READER_GARBLED": Words(
        "读卡器驱动的回答读不懂，已自动复位：请再按 F7；急用时手工录入",
        "The reader's library talks nonsense and was reset: press F7 again, or type",
    ),
    "READER_RESTING": Words(
        "读卡器接连出错，{seconds} 秒后可再试：请先手工录入，并检查读卡器",
        "The reader failed again and again; try in {seconds} s. Type meanwhile and check it",
    ),
    "READER_CLOSED": Words(
        "读卡已停止：读卡器设置有改动，请再按 F7",
        "Reading stopped, the reader was changed: F7 again",
    ),
}

CARD_FINDINGS: dict[str, Words] = {
    "CARD_EXPIRED": Words(
        "证件已于 {day} 到期，可以登记；请提醒换证", "The card expired on {day}; enrolling goes on"
    ),
    "CARD_NAME_CUT": Words(
        "证件芯片只存 15 个字符，姓名可能不全：请对照证件补全",
        "The chip holds 15 characters only, the name may go on: complete it from the card",
    ),
    "CARD_ADDRESS_CUT": Words(
        "证件芯片里的住址可能不全：请对照证件补全",
        "The address may go on: complete it from the card",
    ),
    "CARD_ADDRESS_PRIVATE_USE": Words(
        "住址中有旧证件的自造字，别的系统读不出；请改用标准字",
        "The address holds a private character other systems cannot read; use the standard one",
    ),
}

CARD_SCREEN: dict[str, Words] = {
    "card.reading": Words(
        "正在读卡：请把证件平放在读卡区，不要移动", "Reading: lay the card flat and leave it there"
    ),
    "card.filled": Words("已读入证件：{fields}", "Read from the card: {fields}"),
    "card.same": Words("证件与第 {place} 行一致", "The card says the same as row {place}"),
    "card.moved": Words(
        "此人已在第 {place} 行，已移到该行", "Already in row {place}; the cursor is there"
    ),
    "card.differs": Words(
        "与证件不同：{fields}。Ctrl+F7 以证件为准，否则保留所填",
        "The card differs: {fields}. Ctrl+F7 takes the card's, else what was typed stays",
    ),
    "card.difference": Words("{field} {typed} → {card}", "{field} {typed} → {card}"),
    "card.taken": Words("已以证件为准：{fields}", "Taken from the card: {fields}"),
    "card.paid": Words(
        "第 {place} 行已缴费，证件没有改动它",
        "Row {place} has paid; the card changes nothing there",
    ),
    "card.field.alias": Words("外文姓名", "Name in Latin letters"),
    "card.field.ethnic_group": Words("民族", "Ethnic group"),
    "card.field.address": Words("住址", "Address"),
    "card.nobody": Words(
        "本机没有登记证件上的人；在“家庭参保登记”按 F7 录入",
        "Nobody here has this card's number; F7 on the enrolment screen enters it",
    ),
    "scan.voucher": Words(
        "扫到医保电子凭证或其他码，本机不能解读：请读身份证（F7）或输入证件号码",
        "A voucher or another code this desk cannot read: read the ID card (F7) or type the number",
    ),
    "scan.receipt_holds": Words(
        "验证无误：{number}，{count} 人 {amount} 元，{day}，由{station}签名",
        "Genuine: {number}, {count} people, {amount} yuan, {day}, signed by {station}",
    ),
    "scan.receipt_elsewhere": Words(
        "最近的收据里没有 {number}：可能由其他工作站开出，或时间较早",
        "{number} is not among the latest receipts: another station's, or an older one",
    ),
    "scan.paying": Words(
        "正在收费，这次扫码没有采用：请先完成收费",
        "Money is being taken: finish that, then scan again",
    ),
    "reader.auto": Words("自动", "Automatic"),
    "reader.auto_training": Words("自动（模拟读卡器）", "Automatic (simulated)"),
    "reader.library": Words("指定驱动文件", "A library file"),
    "reader.simulated": Words("模拟读卡器（培训）", "Simulated (training)"),
    "reader.none": Words("不用读卡器", "None"),
    "reader.checking": Words("正在找读卡器…", "Looking for the reader…"),
    "reader.ready": Words(
        "读卡器正常：{name}（端口 {port}）", "The reader answers: {name} (port {port})"
    ),
    "reader.simulated_ready": Words(
        "模拟读卡器：F7 依次读出虚构的居民", "Simulated: F7 deals invented residents"
    ),
    "reader.pick": Words("选择读卡器驱动文件", "Choose the reader's library"),
}
