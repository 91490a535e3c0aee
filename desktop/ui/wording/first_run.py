"""What the first run and the registration with the centre say."""

from __future__ import annotations

from desktop.ui.wording import Words

FIRST_RUN: dict[str, Words] = {
    "first.step": Words("第 {place} 步，共 {count} 步", "Step {place} of {count}"),
    "first.next": Words("下一步 Enter", "Next Enter"),
    "first.make": Words("建站并登录 Enter", "Set up and sign in Enter"),
    "first.kind.real": Words("正式使用", "Real work"),
    "first.kind.training": Words("培训练习（虚构居民）", "Training (invented residents)"),
    "first.training_name": Words("培训站", "Training station"),
    "first.role.clerk": Words("经办员：登记、收费、打印", "Clerk: enrols, takes money, prints"),
    "first.role.collector": Words(
        "村级代办员：登记、收费", "Collector: enrols and takes money in a village"
    ),
    "first.role.supervisor": Words(
        "复核：登记、批准，并可再增加操作员", "Supervisor: enrols, approves, adds operators"
    ),
    "first.role.policy": Words("政策管理员：提出本地参数", "Policy administrator: local values"),
    "first.role.auditor": Words("审计员：只看不改", "Auditor: reads, changes nothing"),
    "first.role.it": Words(
        "系统管理员：增加操作员、备份，不登记居民", "IT: adds operators, backs up; enrols nobody"
    ),
    "first.choose_kind": Words("请选择用途：1 正式使用，2 培训练习", "Choose: 1 real, 2 training"),
    "first.choose_county": Words("请选择工作站所在的县（市、区）", "Choose the station's county"),
    "first.township_form": Words(
        "乡镇代码是 3 位数字（到村为 6 位），县级工作站留空",
        "A township has 3 digits (6 with its village); a county station leaves this empty",
    ),
    "first.name_empty": Words(
        "请填写工作站名称，它印在收据上（不超过 {most} 字）",
        "Name the station; receipts show it (at most {most} characters)",
    ),
    "first.operator_empty": Words(
        "请填写登录名（不超过 {most} 字）", "Enter a name of at most {most} characters"
    ),
    "first.choose_role": Words("请选择角色", "Choose a role"),
    "first.password_short": Words("口令至少 {least} 位", "At least {least} characters"),
    "first.password_differs": Words(
        "两次输入的口令不同，请重新输入", "The two passwords differ; enter it again"
    ),
    "first.making": Words("正在建站…", "Setting the station up…"),
    "first.summary": Words(
        "工作站：{station}\n区划：{place}（{division}）\n第一位操作员：{operator}，{role}",
        "Station: {station}\nDivision: {place} ({division})\nFirst operator: {operator}, {role}",
    ),
    "first.summary_training": Words(
        "培训站：{station}\n区划：{place}（{division}），虚构\n练习日期：{day}\n"
        "第一位操作员：{operator}，{role}",
        "Training station: {station}\nDivision: {place} ({division}), invented\n"
        "Day of training: {day}\nFirst operator: {operator}, {role}",
    ),
    "first.address_form": Words(
        "中心地址以 https:// 或 http:// 开头，由县医保局告知",
        "The address begins with https:// or http://; the county bureau gives it",
    ),
    "first.code_empty": Words("请填写县医保局发的注册码", "Enter the code from the county bureau"),
    "first.registering": Words(
        "正在向县中心注册…；可以选择以后再注册", "Asking the centre…; later is possible too"
    ),
    "first.offline": Words(
        "连不上这个地址：请核对地址和网络，或选“以后再注册”，照常工作",
        "This address cannot be reached: check it and the line, or register later",
    ),
    "keys.first_back": Words("上一步", "One step back"),
    "keys.centre_later": Words("以后再注册", "Register later"),
}
