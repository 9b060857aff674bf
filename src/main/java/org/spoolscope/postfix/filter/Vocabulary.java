package org.spoolscope.postfix.filter;

/// What words and keys mean for one kind of subject; the rest of the language is the same for all.
///
/// @param <S> what is looked at
interface Vocabulary<S> {
    /// A word, looked for wherever people expect it.
    Condition<S> anywhere(Glob glob);

    /// A key and its value.
    ///
    /// @throws FilterSyntaxException for a key that there is not, or a value that it does not take
    Condition<S> keyed(Token key, Token value) throws FilterSyntaxException;
}
