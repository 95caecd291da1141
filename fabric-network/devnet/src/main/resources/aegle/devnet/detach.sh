# Becomes a node: notes which process it is (number and birth) in the file $1, then executes the rest.
# The launcher runs it in a session of its own, so no terminal's signal reaches the node, and no death of the launcher
# leaves a node behind that nobody knows.
record=$1
shift
start_time() {
    shift 19
    echo "$1"
}
if [ -r /proc/self/stat ]; then
    read -r boot </proc/sys/kernel/random/boot_id
    read -r stat </proc/$$/stat
    birth=$boot/$(start_time ${stat##*) })
else
    birth=$(LC_ALL=C ps -o lstart= -p $$)
fi
umask 077
printf '%s\n%s\n' "$$" "$birth" >"$record.new" && mv "$record.new" "$record" && exec "$@"
