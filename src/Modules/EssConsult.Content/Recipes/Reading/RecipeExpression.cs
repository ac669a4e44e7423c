namespace EssConsult.Content.Recipes;

/// <summary>
/// A script in a text: <c>[js: uuid()]</c>. Only when it starts with « [ », ends with « ] » and has nothing but letters before its
/// first colon; <c>[github_stars]</c> and <c>[comment]# x: y[/name]</c> are ordinary text (§1.3 of the formats).
/// </summary>
internal readonly record struct RecipeExpression(string Prefix, string Script)
{
    /// <summary>The text without its brackets.</summary>
    public string Inner => $"{Prefix}:{Script}";

    public static bool TryRead(string text, out RecipeExpression expression)
    {
        expression = default;
        if (text is not ['[', .., ']'])
        {
            return false;
        }

        // One pair of brackets, so that a script may itself end with one.
        var inner = text[1..^1];
        var colon = inner.IndexOf(':', StringComparison.Ordinal);
        if (colon < 1 || !inner.AsSpan(0, colon).ContainsOnlyLetters())
        {
            return false;
        }

        expression = new RecipeExpression(inner[..colon], inner[(colon + 1)..]);
        return true;
    }
}

internal static class LetterSpans
{
    public static bool ContainsOnlyLetters(this ReadOnlySpan<char> text)
    {
        foreach (var letter in text)
        {
            if (!char.IsLetter(letter))
            {
                return false;
            }
        }

        return true;
    }
}
