"""What screens say of themselves: by screen, short, verbs on buttons, no exclamation."""

from __future__ import annotations

from desktop.ui.wording import Words

SCREENS: dict[str, Words] = {
    "open": Words("待定", "Open"),
    "amount.paid": Words("已缴费", "Paid"),
    "amount.not_enrolled": Words("不参保", "Not enrolled"),
    "amount.refused": Words("不能参保", "Refused"),
    "person.unnamed": Words("第 {place} 位成员", "Member {place}"),
    "price.open_note": Words(
        "另有 {count} 人金额待定，未计入", "{count} more not settled, not in the sum"
    ),
    "price.persons": Words("{count} 人", "{count}"),
    "price.no_assistance": Words("无资助", "No assistance"),
    "price.assistance": Words("{identity} · 资助 {amount}", "{identity}: assistance {amount}"),
    "price.no_division": Words("选择村（社区）后显示应缴金额", "Choose the village to see the price"),
    "price.no_law": Words(
        "{reason}", "{reason}"
    ),
    "cover.open": Words("待定：{reason}", "Open: {reason}"),
    "cover.differs": Words("各人不同，见计算依据（F8）", "Differs by person, see why (F8)"),
    "basis.assisted": Words(
        "{name} · {identity} → 资助 {assistance} 元（{cited}），个人缴 {net} 元",
        "{name}: {identity} → assistance of {assistance} yuan ({cited}); pays {net} yuan",
    ),
    "basis.full_price": Words(
        "{name} · 无资助 → 按个人缴费标准缴 {standard} 元（{standard_cited}）",
        "{name}: no assistance → pays the personal standard of {standard} yuan ({standard_cited})",
    ),
    "basis.open": Words("{name} · 待定：{reason}", "{name}: open. {reason}"),
    "basis.open_assistance": Words(
        "{name} · 个人缴费标准 {standard} 元（{standard_cited}）；资助待定：{reason}",
        "{name}: personal standard {standard} yuan ({standard_cited}); assistance open. {reason}",
    ),
    "basis.refused": Words("{name} · 不能参保：{reasons}", "{name}: may not enrol. {reasons}"),
    "basis.open_heading": Words("文件没有写明的", "What the documents leave open"),
    "basis.silence": Words("{field}：待定。{reason}，{who}", "{field}: open. {reason}; {who}"),
    "basis.needs_admin": Words(
        "由主管医疗保障局设定本地参数后确定", "to be set by the competent bureau as a local value"
    ),
    "basis.needs_clerk": Words("请在成员详情中补充", "supply it in the member's details"),
    "basis.law": Words("适用文件：{documents}", "Law applied: {documents}"),
    "basis.empty": Words(
        "填写成员后，这里逐人写明缴多少、资助多少、依据哪一条", "Enter a member to see why they pay what"
    ),
    "enrol.meta_new": Words("新户 · {year} 年度征缴", "New household · campaign year {year}"),
    "enrol.meta_saved": Words("户号 {number} · {year} 年度征缴", "No. {number} · campaign year {year}"),
    "enrol.draft_kept": Words("草稿已自动保存 {time}", "Draft kept {time}"),
    "enrol.draft_restored": Words(
        "已恢复 {time} 前未保存的草稿，请继续", "The unsaved draft was restored; go on"
    ),
    "enrol.restored": Words("草稿已恢复，请继续填写", "Draft restored; go on"),
    "enrol.saved": Words("已保存 {time}", "Saved {time}"),
    "enrol.saved_none": Words(
        "已保存；本户没有人参保", "Saved; nobody of this household is enrolled"
    ),
    "enrol.saving": Words("正在保存…", "Saving…"),
    "enrol.cleared": Words(
        "已清空；Ctrl+Shift+Z 恢复刚才的内容", "Cleared; Ctrl+Shift+Z brings it back"
    ),
    "enrol.loading": Words("正在打开该户…", "Opening the household…"),
    "enrol.first_use": Words(
        "在这一行输入户主姓名，Enter 到下一项", "Type the head's name here, Enter goes on"
    ),
    "enrol.next_member": Words("下一位成员的姓名；没有了就按 F12 收费", "Next member; F12 to pay"),
    "enrol.number_progress": Words("已输入 {count} 位，共 {total} 位", "{count} of {total} digits"),
    "enrol.number_right": Words(
        "号码无误：{birth}出生，{sex}，{age} 岁", "Number is right: born {birth}, {sex}, aged {age}"
    ),
    "enrol.number_protected": Words(
        "已在册，号码遮盖显示；重新输入即替换", "In the register, masked; typing replaces it"
    ),
    "enrol.locked_by_number": Words("由证件号码得出，已锁定", "Taken from the number, locked"),
    "enrol.paid_locked": Words(
        "此人已缴费，应缴信息不再变动", "Has paid; what was due does not change"
    ),
    "enrol.hint.name": Words("与证件一致，最多 50 字", "As on the document, up to 50 characters"),
    "enrol.hint.birth_date": Words("如 20190312", "Like 20190312"),
    "enrol.hint.identities": Words(
        "{digits}   空格 全部   退格 去掉", "{digits}   Space: all   Backspace: take away"
    ),
    "enrol.hint.code": Words("{digits}   空格 全部", "{digits}   Space: all"),
    "enrol.hint.code_all": Words("空格展开，输入文字或拼音首字母筛选", "Space opens; type to filter"),
    "enrol.row_message": Words("第 {place} 行 {field}：{text}", "Row {place}, {field}: {text}"),
    "enrol.detail_none": Words("选中一位成员后填写", "Go to a member to fill this in"),
    "enrol.detail_title": Words("第 {place} 位 · {name}", "Member {place} · {name}"),
    "enrol.day_form": Words("请按 20211115 的样子填写日期", "Write the date like 20211115"),
    "field.name": Words("姓名", "Name"),
    "field.document_type": Words("证件类型", "Document"),
    "field.document_number": Words("证件号码", "Number"),
    "field.sex": Words("性别", "Sex"),
    "field.birth_date": Words("出生日期", "Born"),
    "field.relation": Words("与户主关系", "Relation"),
    "field.identities": Words("身份", "Identities"),
    "field.amount": Words("个人缴费", "To pay"),
    "field.place": Words("序", "#"),
    "field.phone": Words("电话", "Phone"),
    "field.members": Words("成员", "Members"),
    "field.division": Words("村（社区）", "Village"),
    "field.number": Words("户号", "Household no."),
    "field.address": Words("住址", "Address"),
    "field.other_cover": Words("其他参保", "Other cover"),
    "field.tier": Words("档次", "Tier"),
    "field.circumstance_on": Words("情形日期", "Day"),
    "field.recognised_on": Words("认定日期", "Recognised on"),
    "yes": Words("是", "Yes"),
    "no": Words("否", "No"),
    "not_stated": Words("未填", "Not stated"),
}
