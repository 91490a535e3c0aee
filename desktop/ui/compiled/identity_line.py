# -*- coding: utf-8 -*-

################################################################################
## Form generated from reading UI file 'identity_line.ui'
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
    QVBoxLayout, QWidget)

from desktop.ui.widgets.code_field import CodeField
from desktop.ui.widgets.date_field import DateField
from desktop.ui.widgets.elided_label import ElidedLabel
from desktop.ui.widgets.text_field import TextField

class Ui_IdentityLineForm(object):
    def setupUi(self, IdentityLineForm):
        if not IdentityLineForm.objectName():
            IdentityLineForm.setObjectName(u"IdentityLineForm")
        IdentityLineForm.setProperty(u"helpTopic", u"identities#evidence")
        self.line = QVBoxLayout(IdentityLineForm)
        self.line.setSpacing(2)
        self.line.setObjectName(u"line")
        self.line.setContentsMargins(0, 0, 0, 0)
        self.name = ElidedLabel(IdentityLineForm)
        self.name.setObjectName(u"name")
        self.name.setProperty(u"look", u"strong")

        self.line.addWidget(self.name)

        self.grid = QGridLayout()
        self.grid.setObjectName(u"grid")
        self.grid.setHorizontalSpacing(12)
        self.grid.setVerticalSpacing(6)
        self.grid.setContentsMargins(0, 0, 0, 0)
        self.box_first = QWidget(IdentityLineForm)
        self.box_first.setObjectName(u"box_first")
        self.lay_first = QVBoxLayout(self.box_first)
        self.lay_first.setSpacing(2)
        self.lay_first.setObjectName(u"lay_first")
        self.lay_first.setContentsMargins(0, 0, 0, 0)
        self.label_first = QLabel(self.box_first)
        self.label_first.setObjectName(u"label_first")
        self.label_first.setText(u"")
        self.label_first.setProperty(u"look", u"label")

        self.lay_first.addWidget(self.label_first)

        self.first = CodeField(self.box_first)
        self.first.setObjectName(u"first")
        self.first.setProperty(u"helpTopic", u"identities#evidence")

        self.lay_first.addWidget(self.first)


        self.grid.addWidget(self.box_first, 0, 0, 1, 1)

        self.box_second = QWidget(IdentityLineForm)
        self.box_second.setObjectName(u"box_second")
        self.lay_second = QVBoxLayout(self.box_second)
        self.lay_second.setSpacing(2)
        self.lay_second.setObjectName(u"lay_second")
        self.lay_second.setContentsMargins(0, 0, 0, 0)
        self.label_second = QLabel(self.box_second)
        self.label_second.setObjectName(u"label_second")
        self.label_second.setText(u"")
        self.label_second.setProperty(u"look", u"label")

        self.lay_second.addWidget(self.label_second)

        self.second = CodeField(self.box_second)
        self.second.setObjectName(u"second")
        self.second.setProperty(u"helpTopic", u"identities#evidence")

        self.lay_second.addWidget(self.second)


        self.grid.addWidget(self.box_second, 0, 1, 1, 1)

        self.box_third = QWidget(IdentityLineForm)
        self.box_third.setObjectName(u"box_third")
        self.lay_third = QVBoxLayout(self.box_third)
        self.lay_third.setSpacing(2)
        self.lay_third.setObjectName(u"lay_third")
        self.lay_third.setContentsMargins(0, 0, 0, 0)
        self.label_third = QLabel(self.box_third)
        self.label_third.setObjectName(u"label_third")
        self.label_third.setText(u"")
        self.label_third.setProperty(u"look", u"label")

        self.lay_third.addWidget(self.label_third)

        self.third = CodeField(self.box_third)
        self.third.setObjectName(u"third")
        self.third.setProperty(u"helpTopic", u"identities#evidence")

        self.lay_third.addWidget(self.third)


        self.grid.addWidget(self.box_third, 0, 2, 1, 1)

        self.box_recognised_by = QWidget(IdentityLineForm)
        self.box_recognised_by.setObjectName(u"box_recognised_by")
        self.lay_recognised_by = QVBoxLayout(self.box_recognised_by)
        self.lay_recognised_by.setSpacing(2)
        self.lay_recognised_by.setObjectName(u"lay_recognised_by")
        self.lay_recognised_by.setContentsMargins(0, 0, 0, 0)
        self.label_recognised_by = QLabel(self.box_recognised_by)
        self.label_recognised_by.setObjectName(u"label_recognised_by")
        self.label_recognised_by.setProperty(u"look", u"label")

        self.lay_recognised_by.addWidget(self.label_recognised_by)

        self.recognised_by = CodeField(self.box_recognised_by)
        self.recognised_by.setObjectName(u"recognised_by")
        self.recognised_by.setProperty(u"helpTopic", u"identities#evidence")

        self.lay_recognised_by.addWidget(self.recognised_by)


        self.grid.addWidget(self.box_recognised_by, 0, 3, 1, 1)

        self.box_recognised_on = QWidget(IdentityLineForm)
        self.box_recognised_on.setObjectName(u"box_recognised_on")
        self.lay_recognised_on = QVBoxLayout(self.box_recognised_on)
        self.lay_recognised_on.setSpacing(2)
        self.lay_recognised_on.setObjectName(u"lay_recognised_on")
        self.lay_recognised_on.setContentsMargins(0, 0, 0, 0)
        self.label_recognised_on = QLabel(self.box_recognised_on)
        self.label_recognised_on.setObjectName(u"label_recognised_on")
        self.label_recognised_on.setProperty(u"look", u"label")

        self.lay_recognised_on.addWidget(self.label_recognised_on)

        self.recognised_on = DateField(self.box_recognised_on)
        self.recognised_on.setObjectName(u"recognised_on")
        self.recognised_on.setProperty(u"helpTopic", u"identities#recognised-on")

        self.lay_recognised_on.addWidget(self.recognised_on)


        self.grid.addWidget(self.box_recognised_on, 0, 4, 1, 1)

        self.box_valid_to = QWidget(IdentityLineForm)
        self.box_valid_to.setObjectName(u"box_valid_to")
        self.lay_valid_to = QVBoxLayout(self.box_valid_to)
        self.lay_valid_to.setSpacing(2)
        self.lay_valid_to.setObjectName(u"lay_valid_to")
        self.lay_valid_to.setContentsMargins(0, 0, 0, 0)
        self.label_valid_to = QLabel(self.box_valid_to)
        self.label_valid_to.setObjectName(u"label_valid_to")
        self.label_valid_to.setProperty(u"look", u"label")

        self.lay_valid_to.addWidget(self.label_valid_to)

        self.valid_to = DateField(self.box_valid_to)
        self.valid_to.setObjectName(u"valid_to")
        self.valid_to.setProperty(u"helpTopic", u"identities#valid-to")

        self.lay_valid_to.addWidget(self.valid_to)


        self.grid.addWidget(self.box_valid_to, 0, 5, 1, 1)

        self.box_evidence = QWidget(IdentityLineForm)
        self.box_evidence.setObjectName(u"box_evidence")
        self.lay_evidence = QVBoxLayout(self.box_evidence)
        self.lay_evidence.setSpacing(2)
        self.lay_evidence.setObjectName(u"lay_evidence")
        self.lay_evidence.setContentsMargins(0, 0, 0, 0)
        self.label_evidence = QLabel(self.box_evidence)
        self.label_evidence.setObjectName(u"label_evidence")
        self.label_evidence.setProperty(u"look", u"label")

        self.lay_evidence.addWidget(self.label_evidence)

        self.evidence = TextField(self.box_evidence)
        self.evidence.setObjectName(u"evidence")
        self.evidence.setProperty(u"helpTopic", u"identities#evidence")

        self.lay_evidence.addWidget(self.evidence)


        self.grid.addWidget(self.box_evidence, 0, 6, 1, 1)


        self.line.addLayout(self.grid)

#if QT_CONFIG(shortcut)
        self.label_first.setBuddy(self.first)
        self.label_second.setBuddy(self.second)
        self.label_third.setBuddy(self.third)
        self.label_recognised_by.setBuddy(self.recognised_by)
        self.label_recognised_on.setBuddy(self.recognised_on)
        self.label_valid_to.setBuddy(self.valid_to)
        self.label_evidence.setBuddy(self.evidence)
#endif // QT_CONFIG(shortcut)

        self.retranslateUi(IdentityLineForm)
    # setupUi

    def retranslateUi(self, IdentityLineForm):
        self.label_recognised_by.setText(QCoreApplication.translate("IdentityLineForm", u"\u8ba4\u5b9a\u90e8\u95e8", None))
#if QT_CONFIG(accessibility)
        self.recognised_by.setAccessibleName(QCoreApplication.translate("IdentityLineForm", u"\u8ba4\u5b9a\u90e8\u95e8", None))
#endif // QT_CONFIG(accessibility)
        self.label_recognised_on.setText(QCoreApplication.translate("IdentityLineForm", u"\u8ba4\u5b9a\u65e5\u671f", None))
#if QT_CONFIG(accessibility)
        self.recognised_on.setAccessibleName(QCoreApplication.translate("IdentityLineForm", u"\u8ba4\u5b9a\u65e5\u671f", None))
#endif // QT_CONFIG(accessibility)
        self.label_valid_to.setText(QCoreApplication.translate("IdentityLineForm", u"\u6709\u6548\u671f\u81f3", None))
#if QT_CONFIG(accessibility)
        self.valid_to.setAccessibleName(QCoreApplication.translate("IdentityLineForm", u"\u6709\u6548\u671f\u81f3", None))
#endif // QT_CONFIG(accessibility)
        self.label_evidence.setText(QCoreApplication.translate("IdentityLineForm", u"\u8ba4\u5b9a\u4f9d\u636e", None))
#if QT_CONFIG(accessibility)
        self.evidence.setAccessibleName(QCoreApplication.translate("IdentityLineForm", u"\u8ba4\u5b9a\u4f9d\u636e", None))
#endif // QT_CONFIG(accessibility)
        pass
    # retranslateUi
