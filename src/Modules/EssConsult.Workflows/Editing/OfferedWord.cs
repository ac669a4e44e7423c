namespace EssConsult.Workflows.Editing;

internal enum ExpressionLanguage
{
    JavaScript,
    Liquid,
}

/// <summary>Something that can be written in an expression of a step, ready to be copied.</summary>
/// <param name="Meaning">In French, a key of the translations.</param>
internal sealed record OfferedWord(string Text, ExpressionLanguage Language, string Meaning);
