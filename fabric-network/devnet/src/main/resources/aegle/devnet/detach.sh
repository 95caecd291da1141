# Becomes a node: notes which process it is (number and birth) in the file $1, then executes the rest. $2 is the launcher.
# The launcher runs it in a session of its own, so no terminal's signal reaches the node, and no death of the launcher
# leaves a node behind that nobody knows: whoever stops the network afterwards either finds the note, or it was written
# after the launcher's death, and then no node comes of it.
record=$1
launcher=$2
shift 2
field() {
    shift "$1"
    echo "$1"
}
if [ -r /proc/self/stat ]; then
    read -r boot </proc/sys/kernel/random/boot_id
    read -r stat </proc/$$/stat
    birth=$boot/$(field 20 ${stat##*) })
    parent() {
        read -r stat </proc/$$/stat
        field 2 ${stat##*) }
    }
else
    birth=$(LC_ALL=C ps -o lstart= -p $$)
    parent() {
        ps -o ppid= -p $$ | tr -d ' '
    }
fi
umask 077
printf '%s\n%s\n' "$$" "$birth" >"$record.new" && mv "$record.new" "$record" || exit
if [ "$(parent)" != "$launcher" ]; then
    rm -f "$record"
    exit 1
fi
exec "$@"
