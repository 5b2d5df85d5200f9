fn main() {
    print!("{}", ipc_contract::typescript::module())
}
