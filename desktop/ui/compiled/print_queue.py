# -*- coding: utf-8 -*-

################################################################################
## Form generated from reading UI file 'print_queue.ui'
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
from PySide6.QtWidgets import (QAbstractItemView, QApplication, QFrame, QHBoxLayout,
    QHeaderView, QLabel, QPushButton, QSizePolicy,
    QSpacerItem, QTableWidget, QTableWidgetItem, QVBoxLayout,
    QWidget)

from desktop.ui.widgets.elided_label import ElidedLabel
class Ui_PrintQueueForm(object):
    def setupUi(self, PrintQueueForm):
        if not PrintQueueForm.objectName():
            PrintQueueForm.setObjectName(u"PrintQueueForm")
        PrintQueueForm.setProperty(u"helpTopic", u"printing#queue")
        sizePolicy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        sizePolicy.setHorizontalStretch(0)
        sizePolicy.setVerticalStretch(0)
        sizePolicy.setHeightForWidth(PrintQueueForm.sizePolicy().hasHeightForWidth())
        PrintQueueForm.setSizePolicy(sizePolicy)
        self.box = QVBoxLayout(PrintQueueForm)
        self.box.setSpacing(4)
        self.box.setObjectName(u"box")
        self.box.setContentsMargins(0, 4, 0, 0)
        self.heading = ElidedLabel(PrintQueueForm)
        self.heading.setObjectName(u"heading")
        self.heading.setProperty(u"look", u"heading")

        self.box.addWidget(self.heading)

        self.papers = QTableWidget(PrintQueueForm)
        self.papers.setObjectName(u"papers")
        self.papers.setProperty(u"helpTopic", u"printing#queue")
        self.papers.setShowGrid(False)
        self.papers.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.papers.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.papers.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)

        self.box.addWidget(self.papers)

        self.reason = QLabel(PrintQueueForm)
        self.reason.setObjectName(u"reason")
        self.reason.setWordWrap(True)
        self.reason.setProperty(u"look", u"hint")

        self.box.addWidget(self.reason)

        self.acts = QHBoxLayout()
        self.acts.setSpacing(8)
        self.acts.setObjectName(u"acts")
        self.acts.setContentsMargins(0, 0, 0, 0)
        self.again = QPushButton(PrintQueueForm)
        self.again.setObjectName(u"again")
        self.again.setProperty(u"helpTopic", u"printing#queue")
        self.again.setAutoDefault(False)

        self.acts.addWidget(self.again)

        self.out = QPushButton(PrintQueueForm)
        self.out.setObjectName(u"out")
        self.out.setProperty(u"helpTopic", u"printing#queue")
        self.out.setAutoDefault(False)

        self.acts.addWidget(self.out)

        self.drop = QPushButton(PrintQueueForm)
        self.drop.setObjectName(u"drop")
        self.drop.setProperty(u"helpTopic", u"printing#queue")
        self.drop.setAutoDefault(False)

        self.acts.addWidget(self.drop)

        self.spacer_1 = QSpacerItem(8, 0, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.acts.addItem(self.spacer_1)


        self.box.addLayout(self.acts)


        self.retranslateUi(PrintQueueForm)
    # setupUi

    def retranslateUi(self, PrintQueueForm):
#if QT_CONFIG(accessibility)
        self.papers.setAccessibleName(QCoreApplication.translate("PrintQueueForm", u"\u6253\u5370\u961f\u5217", None))
#endif // QT_CONFIG(accessibility)
        self.again.setText(QCoreApplication.translate("PrintQueueForm", u"\u6253\u5370\u8fd9\u5f20 R", None))
        self.out.setText(QCoreApplication.translate("PrintQueueForm", u"\u5df2\u51fa\u7eb8 O", None))
        self.drop.setText(QCoreApplication.translate("PrintQueueForm", u"\u53d6\u6d88\u8865\u6253 X", None))
        pass
    # retranslateUi
