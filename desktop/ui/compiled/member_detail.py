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
        self.box_ethnic_group = QVBoxLayout()
        self.box_ethnic_group.setSpacing(2)
        self.box_ethnic_group.setObjectName(u"box_ethnic_group")
        self.box_ethnic_group.setContentsMargins(0, 0, 0, 0)
        self.label_ethnic_group = QLabel(MemberDetailForm)
        self.label_ethnic_group.setObjectName(u"label_ethnic_group")
        self.label_ethnic_group.setProperty(u"look", u"label")

        self.box_ethnic_group.addWidget(self.label_ethnic_group)

        self.ethnic_group = CodeField(MemberDetailForm)
        self.ethnic_group.setObjectName(u"ethnic_group")
        self.ethnic_group.setProperty(u"helpTopic", u"member-details#ethnic-group")

        self.box_ethnic_group.addWidget(self.ethnic_group)


        self.grid.addLayout(self.box_ethnic_group, 0, 0, 1, 1)

        self.box_phone = QVBoxLayout()
        self.box_phone.setSpacing(2)
        self.box_phone.setObjectName(u"box_phone")
        self.box_phone.setContentsMargins(0, 0, 0, 0)
        self.label_phone = QLabel(MemberDetailForm)
        self.label_phone.setObjectName(u"label_phone")
        self.label_phone.setProperty(u"look", u"label")

        self.box_phone.addWidget(self.label_phone)

        self.phone = TextField(MemberDetailForm)
        self.phone.setObjectName(u"phone")
        self.phone.setProperty(u"helpTopic", u"member-details#phone")

        self.box_phone.addWidget(self.phone)


        self.grid.addLayout(self.box_phone, 0, 1, 1, 1)

        self.box_circumstance = QVBoxLayout()
        self.box_circumstance.setSpacing(2)
        self.box_circumstance.setObjectName(u"box_circumstance")
        self.box_circumstance.setContentsMargins(0, 0, 0, 0)
        self.label_circumstance = QLabel(MemberDetailForm)
        self.label_circumstance.setObjectName(u"label_circumstance")
        self.label_circumstance.setProperty(u"look", u"label")

        self.box_circumstance.addWidget(self.label_circumstance)

        self.circumstance = CodeField(MemberDetailForm)
        self.circumstance.setObjectName(u"circumstance")
        self.circumstance.setProperty(u"helpTopic", u"member-details#circumstance")

        self.box_circumstance.addWidget(self.circumstance)


        self.grid.addLayout(self.box_circumstance, 0, 2, 1, 1)

        self.box_circumstance_on = QVBoxLayout()
        self.box_circumstance_on.setSpacing(2)
        self.box_circumstance_on.setObjectName(u"box_circumstance_on")
        self.box_circumstance_on.setContentsMargins(0, 0, 0, 0)
        self.label_circumstance_on = QLabel(MemberDetailForm)
        self.label_circumstance_on.setObjectName(u"label_circumstance_on")
        self.label_circumstance_on.setProperty(u"look", u"label")

        self.box_circumstance_on.addWidget(self.label_circumstance_on)

        self.circumstance_on = DateField(MemberDetailForm)
        self.circumstance_on.setObjectName(u"circumstance_on")
        self.circumstance_on.setProperty(u"helpTopic", u"member-details#circumstance-on")

        self.box_circumstance_on.addWidget(self.circumstance_on)


        self.grid.addLayout(self.box_circumstance_on, 0, 3, 1, 1)

        self.box_tier = QVBoxLayout()
        self.box_tier.setSpacing(2)
        self.box_tier.setObjectName(u"box_tier")
        self.box_tier.setContentsMargins(0, 0, 0, 0)
        self.label_tier = QLabel(MemberDetailForm)
        self.label_tier.setObjectName(u"label_tier")
        self.label_tier.setProperty(u"look", u"label")

        self.box_tier.addWidget(self.label_tier)

        self.tier = CodeField(MemberDetailForm)
        self.tier.setObjectName(u"tier")
        self.tier.setProperty(u"helpTopic", u"member-details#tier")

        self.box_tier.addWidget(self.tier)


        self.grid.addLayout(self.box_tier, 0, 4, 1, 1)

        self.box_residence_permit = QVBoxLayout()
        self.box_residence_permit.setSpacing(2)
        self.box_residence_permit.setObjectName(u"box_residence_permit")
        self.box_residence_permit.setContentsMargins(0, 0, 0, 0)
        self.label_residence_permit = QLabel(MemberDetailForm)
        self.label_residence_permit.setObjectName(u"label_residence_permit")
        self.label_residence_permit.setProperty(u"look", u"label")

        self.box_residence_permit.addWidget(self.label_residence_permit)

        self.residence_permit = CodeField(MemberDetailForm)
        self.residence_permit.setObjectName(u"residence_permit")
        self.residence_permit.setProperty(u"helpTopic", u"member-details#residence-permit")

        self.box_residence_permit.addWidget(self.residence_permit)


        self.grid.addLayout(self.box_residence_permit, 1, 0, 1, 1)

        self.box_local_hukou = QVBoxLayout()
        self.box_local_hukou.setSpacing(2)
        self.box_local_hukou.setObjectName(u"box_local_hukou")
        self.box_local_hukou.setContentsMargins(0, 0, 0, 0)
        self.label_local_hukou = QLabel(MemberDetailForm)
        self.label_local_hukou.setObjectName(u"label_local_hukou")
        self.label_local_hukou.setProperty(u"look", u"label")

        self.box_local_hukou.addWidget(self.label_local_hukou)

        self.local_hukou = CodeField(MemberDetailForm)
        self.local_hukou.setObjectName(u"local_hukou")
        self.local_hukou.setProperty(u"helpTopic", u"member-details#local-hukou")

        self.box_local_hukou.addWidget(self.local_hukou)


        self.grid.addLayout(self.box_local_hukou, 1, 1, 1, 1)

        self.box_other_scheme = QVBoxLayout()
        self.box_other_scheme.setSpacing(2)
        self.box_other_scheme.setObjectName(u"box_other_scheme")
        self.box_other_scheme.setContentsMargins(0, 0, 0, 0)
        self.label_other_scheme = QLabel(MemberDetailForm)
        self.label_other_scheme.setObjectName(u"label_other_scheme")
        self.label_other_scheme.setProperty(u"look", u"label")

        self.box_other_scheme.addWidget(self.label_other_scheme)

        self.other_scheme = CodeField(MemberDetailForm)
        self.other_scheme.setObjectName(u"other_scheme")
        self.other_scheme.setProperty(u"helpTopic", u"member-details#other-scheme")

        self.box_other_scheme.addWidget(self.other_scheme)


        self.grid.addLayout(self.box_other_scheme, 1, 2, 1, 1)

        self.box_other_status = QVBoxLayout()
        self.box_other_status.setSpacing(2)
        self.box_other_status.setObjectName(u"box_other_status")
        self.box_other_status.setContentsMargins(0, 0, 0, 0)
        self.label_other_status = QLabel(MemberDetailForm)
        self.label_other_status.setObjectName(u"label_other_status")
        self.label_other_status.setProperty(u"look", u"label")

        self.box_other_status.addWidget(self.label_other_status)

        self.other_status = CodeField(MemberDetailForm)
        self.other_status.setObjectName(u"other_status")
        self.other_status.setProperty(u"helpTopic", u"member-details#other-status")

        self.box_other_status.addWidget(self.other_status)


        self.grid.addLayout(self.box_other_status, 1, 3, 1, 1)

        self.box_student = QVBoxLayout()
        self.box_student.setSpacing(2)
        self.box_student.setObjectName(u"box_student")
        self.box_student.setContentsMargins(0, 0, 0, 0)
        self.label_student = QLabel(MemberDetailForm)
        self.label_student.setObjectName(u"label_student")
        self.label_student.setProperty(u"look", u"label")

        self.box_student.addWidget(self.label_student)

        self.student = CodeField(MemberDetailForm)
        self.student.setObjectName(u"student")
        self.student.setProperty(u"helpTopic", u"member-details#student")

        self.box_student.addWidget(self.student)


        self.grid.addLayout(self.box_student, 1, 4, 1, 1)

        self.grid.setColumnStretch(0, 1)
        self.grid.setColumnStretch(1, 1)
        self.grid.setColumnStretch(2, 1)
        self.grid.setColumnStretch(3, 1)
        self.grid.setColumnStretch(4, 1)

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
        self.label_ethnic_group.setBuddy(self.ethnic_group)
        self.label_phone.setBuddy(self.phone)
        self.label_circumstance.setBuddy(self.circumstance)
        self.label_circumstance_on.setBuddy(self.circumstance_on)
        self.label_tier.setBuddy(self.tier)
        self.label_residence_permit.setBuddy(self.residence_permit)
        self.label_local_hukou.setBuddy(self.local_hukou)
        self.label_other_scheme.setBuddy(self.other_scheme)
        self.label_other_status.setBuddy(self.other_status)
        self.label_student.setBuddy(self.student)
#endif // QT_CONFIG(shortcut)

        self.retranslateUi(MemberDetailForm)
    # setupUi

    def retranslateUi(self, MemberDetailForm):
        self.label_ethnic_group.setText(QCoreApplication.translate("MemberDetailForm", u"\u6c11\u65cf", None))
#if QT_CONFIG(accessibility)
        self.ethnic_group.setAccessibleName(QCoreApplication.translate("MemberDetailForm", u"\u6c11\u65cf", None))
#endif // QT_CONFIG(accessibility)
        self.label_phone.setText(QCoreApplication.translate("MemberDetailForm", u"\u672c\u4eba\u7535\u8bdd", None))
#if QT_CONFIG(accessibility)
        self.phone.setAccessibleName(QCoreApplication.translate("MemberDetailForm", u"\u672c\u4eba\u7535\u8bdd", None))
#endif // QT_CONFIG(accessibility)
        self.label_circumstance.setText(QCoreApplication.translate("MemberDetailForm", u"\u7279\u6b8a\u60c5\u5f62", None))
#if QT_CONFIG(accessibility)
        self.circumstance.setAccessibleName(QCoreApplication.translate("MemberDetailForm", u"\u7279\u6b8a\u60c5\u5f62", None))
#endif // QT_CONFIG(accessibility)
        self.label_circumstance_on.setText(QCoreApplication.translate("MemberDetailForm", u"\u60c5\u5f62\u65e5\u671f", None))
#if QT_CONFIG(accessibility)
        self.circumstance_on.setAccessibleName(QCoreApplication.translate("MemberDetailForm", u"\u60c5\u5f62\u65e5\u671f", None))
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
        pass
    # retranslateUi
