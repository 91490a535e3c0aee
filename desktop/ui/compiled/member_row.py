# -*- coding: utf-8 -*-

################################################################################
## Form generated from reading UI file 'member_row.ui'
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
from PySide6.QtWidgets import (QApplication, QFrame, QHBoxLayout, QLabel,
    QSizePolicy, QVBoxLayout, QWidget)

from desktop.ui.widgets.code_field import CodeField
from desktop.ui.widgets.date_field import DateField
from desktop.ui.widgets.number_field import NumberField
from desktop.ui.widgets.tags_field import TagsField
from desktop.ui.widgets.text_field import TextField

class Ui_MemberRowForm(object):
    def setupUi(self, MemberRowForm):
        if not MemberRowForm.objectName():
            MemberRowForm.setObjectName(u"MemberRowForm")
        MemberRowForm.setProperty(u"helpTopic", u"household#members")
        MemberRowForm.setProperty(u"look", u"row")
        sizePolicy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        sizePolicy.setHorizontalStretch(0)
        sizePolicy.setVerticalStretch(0)
        sizePolicy.setHeightForWidth(MemberRowForm.sizePolicy().hasHeightForWidth())
        MemberRowForm.setSizePolicy(sizePolicy)
        self.row = QVBoxLayout(MemberRowForm)
        self.row.setSpacing(2)
        self.row.setObjectName(u"row")
        self.row.setContentsMargins(0, 0, 0, 0)
        self.line1 = QHBoxLayout()
        self.line1.setSpacing(4)
        self.line1.setObjectName(u"line1")
        self.line1.setContentsMargins(0, 0, 0, 0)
        self.place = QLabel(MemberRowForm)
        self.place.setObjectName(u"place")
        self.place.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.place.setProperty(u"tone", u"quiet")

        self.line1.addWidget(self.place)

        self.name = TextField(MemberRowForm)
        self.name.setObjectName(u"name")
        self.name.setProperty(u"helpTopic", u"household#name")
        self.name.setProperty(u"look", u"cell")

        self.line1.addWidget(self.name)

        self.document_type = CodeField(MemberRowForm)
        self.document_type.setObjectName(u"document_type")
        self.document_type.setProperty(u"helpTopic", u"household#document-type")
        self.document_type.setProperty(u"look", u"cell")

        self.line1.addWidget(self.document_type)

        self.document_number = NumberField(MemberRowForm)
        self.document_number.setObjectName(u"document_number")
        self.document_number.setProperty(u"helpTopic", u"household#document-number")
        self.document_number.setProperty(u"look", u"cell")

        self.line1.addWidget(self.document_number)

        self.sex = CodeField(MemberRowForm)
        self.sex.setObjectName(u"sex")
        self.sex.setProperty(u"helpTopic", u"household#sex")
        self.sex.setProperty(u"look", u"cell")

        self.line1.addWidget(self.sex)

        self.birth_date = DateField(MemberRowForm)
        self.birth_date.setObjectName(u"birth_date")
        self.birth_date.setProperty(u"helpTopic", u"household#birth-date")
        self.birth_date.setProperty(u"look", u"cell")

        self.line1.addWidget(self.birth_date)

        self.relation = CodeField(MemberRowForm)
        self.relation.setObjectName(u"relation")
        self.relation.setProperty(u"helpTopic", u"household#relation")
        self.relation.setProperty(u"look", u"cell")

        self.line1.addWidget(self.relation)

        self.identities = TagsField(MemberRowForm)
        self.identities.setObjectName(u"identities")
        self.identities.setProperty(u"helpTopic", u"household#identities")
        self.identities.setProperty(u"look", u"cell")

        self.line1.addWidget(self.identities)

        self.amount = QLabel(MemberRowForm)
        self.amount.setObjectName(u"amount")
        self.amount.setProperty(u"helpTopic", u"household#amount")
        self.amount.setText(u"")
        self.amount.setAlignment(Qt.AlignmentFlag.AlignRight|Qt.AlignmentFlag.AlignVCenter)

        self.line1.addWidget(self.amount)


        self.row.addLayout(self.line1)

        self.line2 = QHBoxLayout()
        self.line2.setSpacing(4)
        self.line2.setObjectName(u"line2")
        self.line2.setContentsMargins(0, 0, 0, 0)

        self.row.addLayout(self.line2)

        self.line3 = QHBoxLayout()
        self.line3.setSpacing(4)
        self.line3.setObjectName(u"line3")
        self.line3.setContentsMargins(0, 0, 0, 0)

        self.row.addLayout(self.line3)


        self.retranslateUi(MemberRowForm)
    # setupUi

    def retranslateUi(self, MemberRowForm):
        self.place.setText(QCoreApplication.translate("MemberRowForm", u"1", None))
#if QT_CONFIG(accessibility)
        self.name.setAccessibleName(QCoreApplication.translate("MemberRowForm", u"\u59d3\u540d", None))
#endif // QT_CONFIG(accessibility)
#if QT_CONFIG(accessibility)
        self.document_type.setAccessibleName(QCoreApplication.translate("MemberRowForm", u"\u8bc1\u4ef6\u7c7b\u578b", None))
#endif // QT_CONFIG(accessibility)
#if QT_CONFIG(accessibility)
        self.document_number.setAccessibleName(QCoreApplication.translate("MemberRowForm", u"\u8bc1\u4ef6\u53f7\u7801", None))
#endif // QT_CONFIG(accessibility)
#if QT_CONFIG(accessibility)
        self.sex.setAccessibleName(QCoreApplication.translate("MemberRowForm", u"\u6027\u522b", None))
#endif // QT_CONFIG(accessibility)
#if QT_CONFIG(accessibility)
        self.birth_date.setAccessibleName(QCoreApplication.translate("MemberRowForm", u"\u51fa\u751f\u65e5\u671f", None))
#endif // QT_CONFIG(accessibility)
#if QT_CONFIG(accessibility)
        self.relation.setAccessibleName(QCoreApplication.translate("MemberRowForm", u"\u4e0e\u6237\u4e3b\u5173\u7cfb", None))
#endif // QT_CONFIG(accessibility)
#if QT_CONFIG(accessibility)
        self.identities.setAccessibleName(QCoreApplication.translate("MemberRowForm", u"\u8eab\u4efd", None))
#endif // QT_CONFIG(accessibility)
#if QT_CONFIG(accessibility)
        self.amount.setAccessibleName(QCoreApplication.translate("MemberRowForm", u"\u4e2a\u4eba\u7f34\u8d39", None))
#endif // QT_CONFIG(accessibility)
        pass
    # retranslateUi
