# shellcheck shell=bash

# build OPTION…: `swift build`, with the usual reasons for failing explained.
build() {
    swift build "$@" || fail \
        "the build failed; the compiler's first 'error:' above says where." \
        "If it could not fetch a package: check the network and run this again." \
        "If it was killed: it needs about 4 GiB of memory; close other programs." \
        "If it makes no sense after an update of Swift: rm -rf .build, and run this again."
}

# The program as it is shipped: optimised, with Swift's own libraries in it. `build_program` makes it, `$program` is its path.
# The language's checks for exclusive access at run time stay in the build that the tests run, where they find mistakes;
# here they would take a tenth of each page's time.
release_options=(-c release --static-swift-stdlib --product socialday -Xswiftc -enforce-exclusivity=unchecked)
build_program() {
    build "${release_options[@]}"
    program=$(swift build "${release_options[@]}" --show-bin-path)/socialday
}
