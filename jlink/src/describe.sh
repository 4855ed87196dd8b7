# Writes the man page and the completions of bash, zsh and fish for both programs, from what they say of themselves with
# --help: so they cannot say anything else. Called in the images' folder.
set -eu

# A line an option: short form, long form, name of its value, description, with tabs between.
options() {
    awk '
        function flush() { if (long) print short "\t" long "\t" value "\t" text }
        /^ +(-[A-Za-z], )?--[a-z]/ {
            flush()
            line = $0
            sub(/^ +/, "", line)
            short = match(line, /^-[A-Za-z], /) ? substr(line, 1, 2) : "-"
            sub(/^-[A-Za-z], /, "", line)
            match(line, /^--[a-z-]+/)
            long = substr(line, 1, RLENGTH)
            line = substr(line, RLENGTH + 1)
            value = "-"
            if (match(line, /^=[^ ]+/)) { value = substr(line, 2, RLENGTH - 1); line = substr(line, RLENGTH + 1) }
            sub(/^ +/, "", line)
            text = line
            next
        }
        long && match($0, /^ +/) && RLENGTH >= 20 { line = $0; sub(/^ +/, "", line); text = text (text ? " " : "") line; next }
        { flush(); long = "" }
        END { flush() }'
}

roff() {
    sed 's/\\/\\e/g; s/-/\\-/g; s/^\([.'"'"']\)/\\\&\1/'
}

man_page() {
    program=$1 summary=$2
    printf '.TH %s 1\n.SH NAME\n%s \\- %s\n.SH SYNOPSIS\n.nf\n' \
        "$(printf %s "$program" | tr a-z A-Z)" "$(printf %s "$program" | roff)" "$summary"
    "$folder/bin/$program" --help 2>&1 | sed -n '/^Usage:/,/^$\|^[^U ]/{/^Usage:\|^ /{s/^Usage: //;s/^       //;p}}' | roff
    printf '.fi\n.SH DESCRIPTION\n'
    "$folder/bin/$program" --help | awk '
        /^Usage:/ { usage = 1; next }
        usage && /^ / { next }
        { usage = 0 }
        /^ +(-[A-Za-z], )?--[a-z]/ { option = 1; next }
        option && match($0, /^ +/) && RLENGTH >= 20 { next }
        { option = 0 }
        !/^$/ { print (/^ / ? ".br\n" : "") $0; next }
        { print ".PP" }' | sed '/^\./!s/-/\\-/g'
    printf '.SH OPTIONS\n'
    "$folder/bin/$program" --help | options | roff | while IFS="$(printf '\t')" read -r short long value text; do
        [ "$short" = '\-' ] && short= || short="$short, "
        [ "$value" = '\-' ] && value= || value="=\\fI$value\\fR"
        printf '.TP\n\\fB%s%s\\fR%s\n%s\n' "$short" "$long" "$value" "$text"
    done
}

bash_completion() {
    program=$1
    function=_$(printf %s "$program" | tr - _)
    files=$(words '$3 == "FILE" || $3 == "DIR"') values=$(words '$3 != "-" && $3 != "FILE" && $3 != "DIR"')
    printf '%s() {\n' "$function"
    # shellcheck disable=SC2016 # it is the completion that expands them
    printf '    local word=${COMP_WORDS[COMP_CWORD]} before=${COMP_WORDS[COMP_CWORD - 1]} IFS=$'"'\\\\n'\\n"
    # shellcheck disable=SC2016
    printf '    [ "$before" = = ] && before=${COMP_WORDS[COMP_CWORD - 2]}\n    [ "$word" = = ] && word=\n'
    # What begins with @ is two words to bash where it completes the names of hosts.
    # shellcheck disable=SC2016
    printf '    [ "$before" = @ ] && word=@$word\n'
    # shellcheck disable=SC2016
    printf '    case $before in\n    %s) compopt -o filenames; COMPREPLY=($(compgen -f -- "$word")); return ;;\n    %s) return ;;\n    esac\n' \
        "${files:---}" "${values:---}"
    # shellcheck disable=SC2016
    printf '    COMPREPLY=($(compgen -W "$(printf '"'%%s\\\\n'"' %s%s)" -- "$word"))\n}\ncomplete -F %s %s\n' \
        "$(words 1 | tr '|' ' ')" "$(names "$program")" "$function" "$program"
}

# The long and short forms of the options for which that holds.
words() {
    "$folder/bin/$program" --help | options | awk -F '\t' "$1"' { print $2; if ($1 != "-") print $1 }' | paste -s -d '|'
}

# The client's own names of forums.
names() {
    # shellcheck disable=SC2016
    [ "$1" != forum ] || printf '; sed -n '"'"'s/^\\[\\(.*\\)\\]$/@\\1/p'"'"' "${XDG_CONFIG_HOME:-$HOME/.config}/forum/config" 2>/dev/null'
}

zsh_completion() {
    program=$1
    printf '#compdef %s\n' "$program"
    if [ "$program" = forum ]; then
        cat <<'END'
_forum_names() {
    compadd -- ${(f)"$(sed -n 's/^\[\(.*\)\]$/@\1/p' ${XDG_CONFIG_HOME:-$HOME/.config}/forum/config 2>/dev/null)"}
}
END
    fi
    printf '_arguments -s \\\n'
    "$folder/bin/$program" --help | options | sed "s/['\\\\]/ /g; s/[][]/ /g" | while IFS="$(printf '\t')" read -r short long value text; do
        case $value in
        -) argument= equals= ;;
        FILE) argument=':file:_files' equals='=' ;;
        DIR) argument=':folder:_files -/' equals='=' ;;
        *) argument=":${value%%:*}: " equals='=' ;;
        esac
        printf "  '%s%s[%s]%s' \\\\\n" "$long" "$equals" "$text" "$argument"
        [ "$short" = - ] || printf "  '%s[%s]%s' \\\\\n" "$short" "$text" "$argument"
    done
    [ "$program" = forum ] && printf "  '*:forum:_forum_names'\n" || printf "  '*: : '\n"
}

fish_completion() {
    program=$1
    printf 'complete -c %s -f\n' "$program"
    if [ "$program" = forum ]; then
        cat <<'END'
function __forum_names
    set -q XDG_CONFIG_HOME; or set -l XDG_CONFIG_HOME ~/.config
    sed -n 's/^\[\(.*\)\]$/@\1/p' $XDG_CONFIG_HOME/forum/config 2>/dev/null
end
complete -c forum -a '(__forum_names)'
END
    fi
    "$folder/bin/$program" --help | options | sed "s/['\\\\]/ /g" | while IFS="$(printf '\t')" read -r short long value text; do
        printf "complete -c %s -l %s" "$program" "${long#--}"
        [ "$short" = - ] || printf ' -s %s' "${short#-}"
        case $value in
        -) ;;
        FILE | DIR) printf ' -r -F' ;;
        *) printf ' -x' ;;
        esac
        printf " -d '%s'\n" "$text"
    done
}

describe() {
    folder=$1 program=$2
    share=$folder/share
    mkdir -p "$share/man/man1" "$share/bash-completion/completions" "$share/zsh/site-functions" \
        "$share/fish/vendor_completions.d"
    man_page "$program" "$3" >"$share/man/man1/$program.1"
    bash_completion "$program" >"$share/bash-completion/completions/$program"
    zsh_completion "$program" >"$share/zsh/site-functions/_$program"
    fish_completion "$program" >"$share/fish/vendor_completions.d/$program.fish"
}

describe forum-client forum 'take part in a discussion forum'
describe forum-server forum-server 'serve a discussion forum'
