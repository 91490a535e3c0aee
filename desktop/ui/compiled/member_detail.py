# -*- coding: utf-8 -*-

################################################################################
## Form generated from reading UI file 'member_detail.ui'
##
## Created by: Qt User Interface Compiler version 6.9.3
##
## WARNING! All changes made in this file will be lost when recompiling UI file!
################################################################################

from PySide6.QtCore import (QCoreApplication, QDate, QDateTime, QLocale,
    QMetaObject, QObject, QPoint, QRect,
    QSize, QTime, QUrl, Qt)
from PySide6.QtGui import (QBrush, QColor, QConicalGradient, QCursor,
    QFont, QFontDatabase, QGradient, QIcon,
    QImage, QKeySequence, QLinearGradient, QPainter,
    QPalette, QPixmap, QRadialGradient, QTransform)
from PySide6.QtWidgets import (QApplication, QGridLayout, QLabel, QSizePolicy,
    QSpacerItem, QVBoxLayout, QWidget)

from desktop.ui.widgets.code_field import CodeField
from desktop.ui.widgets.date_field import DateField
from desktop.ui.widgets.division_field import DivisionField
from desktop.ui.widgets.tags_field import TagsField
from desktop.ui.widgets.text_field import TextField

class Ui_MemberDetailForm(object):
    def setupUi(self, MemberDetailForm):
        if not MemberDetailForm.objectName():
            MemberDetailForm.setObjectName(u"MemberDetailForm")
        MemberDetailForm.setProperty(u"helpTopic", u"member-details")
        self.detail = QVBoxLayout(MemberDetailForm)
        self.detail.setSpacing(4)
        self.detail.setObjectName(u"detail")
        self.detail.setContentsMargins(0, 0, 0, 0)
        self.grid = QGridLayout()
        self.grid.setObjectName(u"grid")
        self.grid.setHorizontalSpacing(12)
        self.grid.setVerticalSpacing(6)
        self.grid.setContentsMargins(0, 0, 0, 0)
        self.box_participation = QWidget(MemberDetailForm)
        self.box_participation.setObjectName(u"box_participation")
        self.lay_participation = QVBoxLayout(self.box_participation)
        self.lay_participation.setSpacing(2)
        self.lay_participation.setObjectName(u"lay_participation")
        self.lay_participation.setContentsMargins(0, 0, 0, 0)
        self.label_participation = QLabel(self.box_participation)
        self.label_participation.setObjectName(u"label_participation")
        self.label_participation.setProperty(u"look", u"label")

        self.lay_participation.addWidget(self.label_participation)

        self.participation = CodeField(self.box_participation)
        self.participation.setObjectName(u"participation")
        self.participation.setProperty(u"helpTopic", u"not-enrolled#reason")

        self.lay_participation.addWidget(self.participation)


        self.grid.addWidget(self.box_participation, 0, 0, 1, 1)

        self.box_not_enrolled_detail = QWidget(MemberDetailForm)
        self.box_not_enrolled_detail.setObjectName(u"box_not_enrolled_detail")
        self.lay_not_enrolled_detail = QVBoxLayout(self.box_not_enrolled_detail)
        self.lay_not_enrolled_detail.setSpacing(2)
        self.lay_not_enrolled_detail.setObjectName(u"lay_not_enrolled_detail")
        self.lay_not_enrolled_detail.setContentsMargins(0, 0, 0, 0)
        self.label_not_enrolled_detail = QLabel(self.box_not_enrolled_detail)
        self.label_not_enrolled_detail.setObjectName(u"label_not_enrolled_detail")
        self.label_not_enrolled_detail.setProperty(u"look", u"label")

        self.lay_not_enrolled_detail.addWidget(self.label_not_enrolled_detail)

        self.not_enrolled_detail = TextField(self.box_not_enrolled_detail)
        self.not_enrolled_detail.setObjectName(u"not_enrolled_detail")
        self.not_enrolled_detail.setProperty(u"helpTopic", u"not-enrolled#reason")

        self.lay_not_enrolled_detail.addWidget(self.not_enrolled_detail)


        self.grid.addWidget(self.box_not_enrolled_detail, 0, 1, 1, 1)

        self.box_not_enrolled_evidence = QWidget(MemberDetailForm)
        self.box_not_enrolled_evidence.setObjectName(u"box_not_enrolled_evidence")
        self.lay_not_enrolled_evidence = QVBoxLayout(self.box_not_enrolled_evidence)
        self.lay_not_enrolled_evidence.setSpacing(2)
        self.lay_not_enrolled_evidence.setObjectName(u"lay_not_enrolled_evidence")
        self.lay_not_enrolled_evidence.setContentsMargins(0, 0, 0, 0)
        self.label_not_enrolled_evidence = QLabel(self.box_not_enrolled_evidence)
        self.label_not_enrolled_evidence.setObjectName(u"label_not_enrolled_evidence")
        self.label_not_enrolled_evidence.setProperty(u"look", u"label")

        self.lay_not_enrolled_evidence.addWidget(self.label_not_enrolled_evidence)

        self.not_enrolled_evidence = TextField(self.box_not_enrolled_evidence)
        self.not_enrolled_evidence.setObjectName(u"not_enrolled_evidence")
        self.not_enrolled_evidence.setProperty(u"helpTopic", u"not-enrolled#reason")

        self.lay_not_enrolled_evidence.addWidget(self.not_enrolled_evidence)


        self.grid.addWidget(self.box_not_enrolled_evidence, 0, 2, 1, 1)

        self.box_died_on = QWidget(MemberDetailForm)
        self.box_died_on.setObjectName(u"box_died_on")
        self.lay_died_on = QVBoxLayout(self.box_died_on)
        self.lay_died_on.setSpacing(2)
        self.lay_died_on.setObjectName(u"lay_died_on")
        self.lay_died_on.setContentsMargins(0, 0, 0, 0)
        self.label_died_on = QLabel(self.box_died_on)
        self.label_died_on.setObjectName(u"label_died_on")
        self.label_died_on.setProperty(u"look", u"label")

        self.lay_died_on.addWidget(self.label_died_on)

        self.died_on = DateField(self.box_died_on)
        self.died_on.setObjectName(u"died_on")
        self.died_on.setProperty(u"helpTopic", u"not-enrolled#reason")

        self.lay_died_on.addWidget(self.died_on)


        self.grid.addWidget(self.box_died_on, 0, 3, 1, 1)

        self.box_ethnic_group = QWidget(MemberDetailForm)
        self.box_ethnic_group.setObjectName(u"box_ethnic_group")
        self.lay_ethnic_group = QVBoxLayout(self.box_ethnic_group)
        self.lay_ethnic_group.setSpacing(2)
        self.lay_ethnic_group.setObjectName(u"lay_ethnic_group")
        self.lay_ethnic_group.setContentsMargins(0, 0, 0, 0)
        self.label_ethnic_group = QLabel(self.box_ethnic_group)
        self.label_ethnic_group.setObjectName(u"label_ethnic_group")
        self.label_ethnic_group.setProperty(u"look", u"label")

        self.lay_ethnic_group.addWidget(self.label_ethnic_group)

        self.ethnic_group = CodeField(self.box_ethnic_group)
        self.ethnic_group.setObjectName(u"ethnic_group")
        self.ethnic_group.setProperty(u"helpTopic", u"member-details#ethnic-group")

        self.lay_ethnic_group.addWidget(self.ethnic_group)


        self.grid.addWidget(self.box_ethnic_group, 0, 4, 1, 1)

        self.box_phone = QWidget(MemberDetailForm)
        self.box_phone.setObjectName(u"box_phone")
        self.lay_phone = QVBoxLayout(self.box_phone)
        self.lay_phone.setSpacing(2)
        self.lay_phone.setObjectName(u"lay_phone")
        self.lay_phone.setContentsMargins(0, 0, 0, 0)
        self.label_phone = QLabel(self.box_phone)
        self.label_phone.setObjectName(u"label_phone")
        self.label_phone.setProperty(u"look", u"label")

        self.lay_phone.addWidget(self.label_phone)

        self.phone = TextField(self.box_phone)
        self.phone.setObjectName(u"phone")
        self.phone.setProperty(u"helpTopic", u"member-details#phone")

        self.lay_phone.addWidget(self.phone)


        self.grid.addWidget(self.box_phone, 1, 0, 1, 1)

        self.box_circumstances = QWidget(MemberDetailForm)
        self.box_circumstances.setObjectName(u"box_circumstances")
        self.lay_circumstances = QVBoxLayout(self.box_circumstances)
        self.lay_circumstances.setSpacing(2)
        self.lay_circumstances.setObjectName(u"lay_circumstances")
        self.lay_circumstances.setContentsMargins(0, 0, 0, 0)
        self.label_circumstances = QLabel(self.box_circumstances)
        self.label_circumstances.setObjectName(u"label_circumstances")
        self.label_circumstances.setProperty(u"look", u"label")

        self.lay_circumstances.addWidget(self.label_circumstances)

        self.circumstances = TagsField(self.box_circumstances)
        self.circumstances.setObjectName(u"circumstances")
        self.circumstances.setProperty(u"helpTopic", u"member-details#circumstance")

        self.lay_circumstances.addWidget(self.circumstances)


        self.grid.addWidget(self.box_circumstances, 1, 1, 1, 1)

        self.box_tier = QWidget(MemberDetailForm)
        self.box_tier.setObjectName(u"box_tier")
        self.lay_tier = QVBoxLayout(self.box_tier)
        self.lay_tier.setSpacing(2)
        self.lay_tier.setObjectName(u"lay_tier")
        self.lay_tier.setContentsMargins(0, 0, 0, 0)
        self.label_tier = QLabel(self.box_tier)
        self.label_tier.setObjectName(u"label_tier")
        self.label_tier.setProperty(u"look", u"label")

        self.lay_tier.addWidget(self.label_tier)

        self.tier = CodeField(self.box_tier)
        self.tier.setObjectName(u"tier")
        self.tier.setProperty(u"helpTopic", u"member-details#tier")

        self.lay_tier.addWidget(self.tier)


        self.grid.addWidget(self.box_tier, 1, 2, 1, 1)

        self.box_residence_permit = QWidget(MemberDetailForm)
        self.box_residence_permit.setObjectName(u"box_residence_permit")
        self.lay_residence_permit = QVBoxLayout(self.box_residence_permit)
        self.lay_residence_permit.setSpacing(2)
        self.lay_residence_permit.setObjectName(u"lay_residence_permit")
        self.lay_residence_permit.setContentsMargins(0, 0, 0, 0)
        self.label_residence_permit = QLabel(self.box_residence_permit)
        self.label_residence_permit.setObjectName(u"label_residence_permit")
        self.label_residence_permit.setProperty(u"look", u"label")

        self.lay_residence_permit.addWidget(self.label_residence_permit)

        self.residence_permit = CodeField(self.box_residence_permit)
        self.residence_permit.setObjectName(u"residence_permit")
        self.residence_permit.setProperty(u"helpTopic", u"member-details#residence-permit")

        self.lay_residence_permit.addWidget(self.residence_permit)


        self.grid.addWidget(self.box_residence_permit, 1, 3, 1, 1)

        self.box_local_hukou = QWidget(MemberDetailForm)
        self.box_local_hukou.setObjectName(u"box_local_hukou")
        self.lay_local_hukou = QVBoxLayout(self.box_local_hukou)
        self.lay_local_hukou.setSpacing(2)
        self.lay_local_hukou.setObjectName(u"lay_local_hukou")
        self.lay_local_hukou.setContentsMargins(0, 0, 0, 0)
        self.label_local_hukou = QLabel(self.box_local_hukou)
        self.label_local_hukou.setObjectName(u"label_local_hukou")
        self.label_local_hukou.setProperty(u"look", u"label")

        self.lay_local_hukou.addWidget(self.label_local_hukou)

        self.local_hukou = CodeField(self.box_local_hukou)
        self.local_hukou.setObjectName(u"local_hukou")
        self.local_hukou.setProperty(u"helpTopic", u"member-details#local-hukou")

        self.lay_local_hukou.addWidget(self.local_hukou)


        self.grid.addWidget(self.box_local_hukou, 1, 4, 1, 1)

        self.box_hukou_division = QWidget(MemberDetailForm)
        self.box_hukou_division.setObjectName(u"box_hukou_division")
        self.lay_hukou_division = QVBoxLayout(self.box_hukou_division)
        self.lay_hukou_division.setSpacing(2)
        self.lay_hukou_division.setObjectName(u"lay_hukou_division")
        self.lay_hukou_division.setContentsMargins(0, 0, 0, 0)
        self.label_hukou_division = QLabel(self.box_hukou_division)
        self.label_hukou_division.setObjectName(u"label_hukou_division")
        self.label_hukou_division.setProperty(u"look", u"label")

        self.lay_hukou_division.addWidget(self.label_hukou_division)

        self.hukou_division = DivisionField(self.box_hukou_division)
        self.hukou_division.setObjectName(u"hukou_division")
        self.hukou_division.setProperty(u"helpTopic", u"member-details#local-hukou")

        self.lay_hukou_division.addWidget(self.hukou_division)


        self.grid.addWidget(self.box_hukou_division, 2, 0, 1, 1)

        self.box_hukou_address = QWidget(MemberDetailForm)
        self.box_hukou_address.setObjectName(u"box_hukou_address")
        self.lay_hukou_address = QVBoxLayout(self.box_hukou_address)
        self.lay_hukou_address.setSpacing(2)
        self.lay_hukou_address.setObjectName(u"lay_hukou_address")
        self.lay_hukou_address.setContentsMargins(0, 0, 0, 0)
        self.label_hukou_address = QLabel(self.box_hukou_address)
        self.label_hukou_address.setObjectName(u"label_hukou_address")
        self.label_hukou_address.setProperty(u"look", u"label")

        self.lay_hukou_address.addWidget(self.label_hukou_address)

        self.hukou_address = TextField(self.box_hukou_address)
        self.hukou_address.setObjectName(u"hukou_address")
        self.hukou_address.setProperty(u"helpTopic", u"member-details#local-hukou")

        self.lay_hukou_address.addWidget(self.hukou_address)


        self.grid.addWidget(self.box_hukou_address, 2, 1, 1, 1)

        self.box_other_scheme = QWidget(MemberDetailForm)
        self.box_other_scheme.setObjectName(u"box_other_scheme")
        self.lay_other_scheme = QVBoxLayout(self.box_other_scheme)
        self.lay_other_scheme.setSpacing(2)
        self.lay_other_scheme.setObjectName(u"lay_other_scheme")
        self.lay_other_scheme.setContentsMargins(0, 0, 0, 0)
        self.label_other_scheme = QLabel(self.box_other_scheme)
        self.label_other_scheme.setObjectName(u"label_other_scheme")
        self.label_other_scheme.setProperty(u"look", u"label")

        self.lay_other_scheme.addWidget(self.label_other_scheme)

        self.other_scheme = CodeField(self.box_other_scheme)
        self.other_scheme.setObjectName(u"other_scheme")
        self.other_scheme.setProperty(u"helpTopic", u"member-details#other-scheme")

        self.lay_other_scheme.addWidget(self.other_scheme)


        self.grid.addWidget(self.box_other_scheme, 2, 2, 1, 1)

        self.box_other_status = QWidget(MemberDetailForm)
        self.box_other_status.setObjectName(u"box_other_status")
        self.lay_other_status = QVBoxLayout(self.box_other_status)
        self.lay_other_status.setSpacing(2)
        self.lay_other_status.setObjectName(u"lay_other_status")
        self.lay_other_status.setContentsMargins(0, 0, 0, 0)
        self.label_other_status = QLabel(self.box_other_status)
        self.label_other_status.setObjectName(u"label_other_status")
        self.label_other_status.setProperty(u"look", u"label")

        self.lay_other_status.addWidget(self.label_other_status)

        self.other_status = CodeField(self.box_other_status)
        self.other_status.setObjectName(u"other_status")
        self.other_status.setProperty(u"helpTopic", u"member-details#other-status")

        self.lay_other_status.addWidget(self.other_status)


        self.grid.addWidget(self.box_other_status, 2, 3, 1, 1)

        self.box_student = QWidget(MemberDetailForm)
        self.box_student.setObjectName(u"box_student")
        self.lay_student = QVBoxLayout(self.box_student)
        self.lay_student.setSpacing(2)
        self.lay_student.setObjectName(u"lay_student")
        self.lay_student.setContentsMargins(0, 0, 0, 0)
        self.label_student = QLabel(self.box_student)
        self.label_student.setObjectName(u"label_student")
        self.label_student.setProperty(u"look", u"label")

        self.lay_student.addWidget(self.label_student)

        self.student = CodeField(self.box_student)
        self.student.setObjectName(u"student")
        self.student.setProperty(u"helpTopic", u"member-details#student")

        self.lay_student.addWidget(self.student)


        self.grid.addWidget(self.box_student, 2, 4, 1, 1)

        self.box_academic_year = QWidget(MemberDetailForm)
        self.box_academic_year.setObjectName(u"box_academic_year")
        self.lay_academic_year = QVBoxLayout(self.box_academic_year)
        self.lay_academic_year.setSpacing(2)
        self.lay_academic_year.setObjectName(u"lay_academic_year")
        self.lay_academic_year.setContentsMargins(0, 0, 0, 0)
        self.label_academic_year = QLabel(self.box_academic_year)
        self.label_academic_year.setObjectName(u"label_academic_year")
        self.label_academic_year.setProperty(u"look", u"label")

        self.lay_academic_year.addWidget(self.label_academic_year)

        self.academic_year = TextField(self.box_academic_year)
        self.academic_year.setObjectName(u"academic_year")
        self.academic_year.setProperty(u"helpTopic", u"member-details#student")

        self.lay_academic_year.addWidget(self.academic_year)


        self.grid.addWidget(self.box_academic_year, 3, 0, 1, 1)

        self.box_graduation_year = QWidget(MemberDetailForm)
        self.box_graduation_year.setObjectName(u"box_graduation_year")
        self.lay_graduation_year = QVBoxLayout(self.box_graduation_year)
        self.lay_graduation_year.setSpacing(2)
        self.lay_graduation_year.setObjectName(u"lay_graduation_year")
        self.lay_graduation_year.setContentsMargins(0, 0, 0, 0)
        self.label_graduation_year = QLabel(self.box_graduation_year)
        self.label_graduation_year.setObjectName(u"label_graduation_year")
        self.label_graduation_year.setProperty(u"look", u"label")

        self.lay_graduation_year.addWidget(self.label_graduation_year)

        self.graduation_year = TextField(self.box_graduation_year)
        self.graduation_year.setObjectName(u"graduation_year")
        self.graduation_year.setProperty(u"helpTopic", u"member-details#student")

        self.lay_graduation_year.addWidget(self.graduation_year)


        self.grid.addWidget(self.box_graduation_year, 3, 1, 1, 1)

        self.box_document_valid_to = QWidget(MemberDetailForm)
        self.box_document_valid_to.setObjectName(u"box_document_valid_to")
        self.lay_document_valid_to = QVBoxLayout(self.box_document_valid_to)
        self.lay_document_valid_to.setSpacing(2)
        self.lay_document_valid_to.setObjectName(u"lay_document_valid_to")
        self.lay_document_valid_to.setContentsMargins(0, 0, 0, 0)
        self.label_document_valid_to = QLabel(self.box_document_valid_to)
        self.label_document_valid_to.setObjectName(u"label_document_valid_to")
        self.label_document_valid_to.setProperty(u"look", u"label")

        self.lay_document_valid_to.addWidget(self.label_document_valid_to)

        self.document_valid_to = DateField(self.box_document_valid_to)
        self.document_valid_to.setObjectName(u"document_valid_to")
        self.document_valid_to.setProperty(u"helpTopic", u"documents#validity")

        self.lay_document_valid_to.addWidget(self.document_valid_to)


        self.grid.addWidget(self.box_document_valid_to, 3, 2, 1, 1)

        self.box_alias = QWidget(MemberDetailForm)
        self.box_alias.setObjectName(u"box_alias")
        self.lay_alias = QVBoxLayout(self.box_alias)
        self.lay_alias.setSpacing(2)
        self.lay_alias.setObjectName(u"lay_alias")
        self.lay_alias.setContentsMargins(0, 0, 0, 0)
        self.label_alias = QLabel(self.box_alias)
        self.label_alias.setObjectName(u"label_alias")
        self.label_alias.setProperty(u"look", u"label")

        self.lay_alias.addWidget(self.label_alias)

        self.alias = TextField(self.box_alias)
        self.alias.setObjectName(u"alias")
        self.alias.setProperty(u"helpTopic", u"member-details#alias")

        self.lay_alias.addWidget(self.alias)


        self.grid.addWidget(self.box_alias, 3, 3, 1, 1)

        self.box_cover_history = QWidget(MemberDetailForm)
        self.box_cover_history.setObjectName(u"box_cover_history")
        self.lay_cover_history = QVBoxLayout(self.box_cover_history)
        self.lay_cover_history.setSpacing(2)
        self.lay_cover_history.setObjectName(u"lay_cover_history")
        self.lay_cover_history.setContentsMargins(0, 0, 0, 0)
        self.label_cover_history = QLabel(self.box_cover_history)
        self.label_cover_history.setObjectName(u"label_cover_history")
        self.label_cover_history.setProperty(u"look", u"label")

        self.lay_cover_history.addWidget(self.label_cover_history)

        self.cover_history = TextField(self.box_cover_history)
        self.cover_history.setObjectName(u"cover_history")
        self.cover_history.setProperty(u"helpTopic", u"member-details#cover-history")

        self.lay_cover_history.addWidget(self.cover_history)


        self.grid.addWidget(self.box_cover_history, 3, 4, 1, 1)


        self.detail.addLayout(self.grid)

        self.identityBox = QWidget(MemberDetailForm)
        self.identityBox.setObjectName(u"identityBox")
        self.identityLines = QVBoxLayout(self.identityBox)
        self.identityLines.setSpacing(4)
        self.identityLines.setObjectName(u"identityLines")
        self.identityLines.setContentsMargins(0, 4, 0, 0)

        self.detail.addWidget(self.identityBox)

        self.spacer_1 = QSpacerItem(0, 20, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Expanding)

        self.detail.addItem(self.spacer_1)

#if QT_CONFIG(shortcut)
        self.label_participation.setBuddy(self.participation)
        self.label_not_enrolled_detail.setBuddy(self.not_enrolled_detail)
        self.label_not_enrolled_evidence.setBuddy(self.not_enrolled_evidence)
        self.label_died_on.setBuddy(self.died_on)
        self.label_ethnic_group.setBuddy(self.ethnic_group)
        self.label_phone.setBuddy(self.phone)
        self.label_circumstances.setBuddy(self.circumstances)
        self.label_tier.setBuddy(self.tier)
        self.label_residence_permit.setBuddy(self.residence_permit)
        self.label_local_hukou.setBuddy(self.local_hukou)
        self.label_hukou_division.setBuddy(self.hukou_division)
        self.label_hukou_address.setBuddy(self.hukou_address)
        self.label_other_scheme.setBuddy(self.other_scheme)
        self.label_other_status.setBuddy(self.other_status)
        self.label_student.setBuddy(self.student)
        self.label_academic_year.setBuddy(self.academic_year)
        self.label_graduation_year.setBuddy(self.graduation_year)
        self.label_document_valid_to.setBuddy(self.document_valid_to)
        self.label_alias.setBuddy(self.alias)
        self.label_cover_history.setBuddy(self.cover_history)
#endif // QT_CONFIG(shortcut)

        self.retranslateUi(MemberDetailForm)
    # setupUi

    def retranslateUi(self, MemberDetailForm):
        self.label_participation.setText(QCoreApplication.translate("MemberDetailForm", u"\u672c\u5e74\u5ea6\u53c2\u4fdd", None))
#if QT_CONFIG(accessibility)
        self.participation.setAccessibleName(QCoreApplication.translate("MemberDetailForm", u"\u672c\u5e74\u5ea6\u53c2\u4fdd", None))
#endif // QT_CONFIG(accessibility)
        self.label_not_enrolled_detail.setText(QCoreApplication.translate("MemberDetailForm", u"\u672a\u53c2\u4fdd\u8bf4\u660e", None))
#if QT_CONFIG(accessibility)
        self.not_enrolled_detail.setAccessibleName(QCoreApplication.translate("MemberDetailForm", u"\u672a\u53c2\u4fdd\u8bf4\u660e", None))
#endif // QT_CONFIG(accessibility)
        self.label_not_enrolled_evidence.setText(QCoreApplication.translate("MemberDetailForm", u"\u672a\u53c2\u4fdd\u51ed\u636e", None))
#if QT_CONFIG(accessibility)
        self.not_enrolled_evidence.setAccessibleName(QCoreApplication.translate("MemberDetailForm", u"\u672a\u53c2\u4fdd\u51ed\u636e", None))
#endif // QT_CONFIG(accessibility)
        self.label_died_on.setText(QCoreApplication.translate("MemberDetailForm", u"\u6b7b\u4ea1\u65e5\u671f", None))
#if QT_CONFIG(accessibility)
        self.died_on.setAccessibleName(QCoreApplication.translate("MemberDetailForm", u"\u6b7b\u4ea1\u65e5\u671f", None))
#endif // QT_CONFIG(accessibility)
        self.label_ethnic_group.setText(QCoreApplication.translate("MemberDetailForm", u"\u6c11\u65cf", None))
#if QT_CONFIG(accessibility)
        self.ethnic_group.setAccessibleName(QCoreApplication.translate("MemberDetailForm", u"\u6c11\u65cf", None))
#endif // QT_CONFIG(accessibility)
        self.label_phone.setText(QCoreApplication.translate("MemberDetailForm", u"\u672c\u4eba\u7535\u8bdd", None))
#if QT_CONFIG(accessibility)
        self.phone.setAccessibleName(QCoreApplication.translate("MemberDetailForm", u"\u672c\u4eba\u7535\u8bdd", None))
#endif // QT_CONFIG(accessibility)
        self.label_circumstances.setText(QCoreApplication.translate("MemberDetailForm", u"\u7279\u6b8a\u60c5\u5f62", None))
#if QT_CONFIG(accessibility)
        self.circumstances.setAccessibleName(QCoreApplication.translate("MemberDetailForm", u"\u7279\u6b8a\u60c5\u5f62", None))
#endif // QT_CONFIG(accessibility)
        self.label_tier.setText(QCoreApplication.translate("MemberDetailForm", u"\u7f34\u8d39\u6863\u6b21", None))
#if QT_CONFIG(accessibility)
        self.tier.setAccessibleName(QCoreApplication.translate("MemberDetailForm", u"\u7f34\u8d39\u6863\u6b21", None))
#endif // QT_CONFIG(accessibility)
        self.label_residence_permit.setText(QCoreApplication.translate("MemberDetailForm", u"\u6301\u5c45\u4f4f\u8bc1", None))
#if QT_CONFIG(accessibility)
        self.residence_permit.setAccessibleName(QCoreApplication.translate("MemberDetailForm", u"\u6301\u5c45\u4f4f\u8bc1", None))
#endif // QT_CONFIG(accessibility)
        self.label_local_hukou.setText(QCoreApplication.translate("MemberDetailForm", u"\u672c\u5730\u6237\u7c4d", None))
#if QT_CONFIG(accessibility)
        self.local_hukou.setAccessibleName(QCoreApplication.translate("MemberDetailForm", u"\u672c\u5730\u6237\u7c4d", None))
#endif // QT_CONFIG(accessibility)
        self.label_hukou_division.setText(QCoreApplication.translate("MemberDetailForm", u"\u6237\u7c4d\u5730", None))
#if QT_CONFIG(accessibility)
        self.hukou_division.setAccessibleName(QCoreApplication.translate("MemberDetailForm", u"\u6237\u7c4d\u5730", None))
#endif // QT_CONFIG(accessibility)
        self.label_hukou_address.setText(QCoreApplication.translate("MemberDetailForm", u"\u6237\u7c4d\u5730\u5740", None))
#if QT_CONFIG(accessibility)
        self.hukou_address.setAccessibleName(QCoreApplication.translate("MemberDetailForm", u"\u6237\u7c4d\u5730\u5740", None))
#endif // QT_CONFIG(accessibility)
        self.label_other_scheme.setText(QCoreApplication.translate("MemberDetailForm", u"\u5176\u4ed6\u53c2\u4fdd", None))
#if QT_CONFIG(accessibility)
        self.other_scheme.setAccessibleName(QCoreApplication.translate("MemberDetailForm", u"\u5176\u4ed6\u53c2\u4fdd", None))
#endif // QT_CONFIG(accessibility)
        self.label_other_status.setText(QCoreApplication.translate("MemberDetailForm", u"\u5176\u4ed6\u53c2\u4fdd\u72b6\u6001", None))
#if QT_CONFIG(accessibility)
        self.other_status.setAccessibleName(QCoreApplication.translate("MemberDetailForm", u"\u5176\u4ed6\u53c2\u4fdd\u72b6\u6001", None))
#endif // QT_CONFIG(accessibility)
        self.label_student.setText(QCoreApplication.translate("MemberDetailForm", u"\u5927\u5b66\u751f", None))
#if QT_CONFIG(accessibility)
        self.student.setAccessibleName(QCoreApplication.translate("MemberDetailForm", u"\u5927\u5b66\u751f", None))
#endif // QT_CONFIG(accessibility)
        self.label_academic_year.setText(QCoreApplication.translate("MemberDetailForm", u"\u5b66\u5e74", None))
#if QT_CONFIG(accessibility)
        self.academic_year.setAccessibleName(QCoreApplication.translate("MemberDetailForm", u"\u5b66\u5e74", None))
#endif // QT_CONFIG(accessibility)
        self.label_graduation_year.setText(QCoreApplication.translate("MemberDetailForm", u"\u6bd5\u4e1a\u5e74\u4efd", None))
#if QT_CONFIG(accessibility)
        self.graduation_year.setAccessibleName(QCoreApplication.translate("MemberDetailForm", u"\u6bd5\u4e1a\u5e74\u4efd", None))
#endif // QT_CONFIG(accessibility)
        self.label_document_valid_to.setText(QCoreApplication.translate("MemberDetailForm", u"\u8bc1\u4ef6\u6709\u6548\u671f\u81f3", None))
#if QT_CONFIG(accessibility)
        self.document_valid_to.setAccessibleName(QCoreApplication.translate("MemberDetailForm", u"\u8bc1\u4ef6\u6709\u6548\u671f\u81f3", None))
#endif // QT_CONFIG(accessibility)
        self.label_alias.setText(QCoreApplication.translate("MemberDetailForm", u"\u522b\u540d", None))
#if QT_CONFIG(accessibility)
        self.alias.setAccessibleName(QCoreApplication.translate("MemberDetailForm", u"\u522b\u540d", None))
#endif // QT_CONFIG(accessibility)
        self.label_cover_history.setText(QCoreApplication.translate("MemberDetailForm", u"\u5f02\u5730\u53c2\u4fdd\u5e74\u5ea6", None))
#if QT_CONFIG(accessibility)
        self.cover_history.setAccessibleName(QCoreApplication.translate("MemberDetailForm", u"\u5f02\u5730\u53c2\u4fdd\u5e74\u5ea6", None))
#endif // QT_CONFIG(accessibility)
        pass
    # retranslateUi
