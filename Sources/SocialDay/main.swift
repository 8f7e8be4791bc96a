import ArgumentParser
import Configuration
import Crypto
import Logging
import NIOSSL
import ServiceLifecycle
import UnixSignals
import X509
