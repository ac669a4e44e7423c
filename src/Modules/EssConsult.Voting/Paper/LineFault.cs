namespace EssConsult.Voting.Paper;

/// <summary>Why a line of typed ballots cannot stand.</summary>
/// <param name="Line">From 1.</param>
/// <param name="Sentence">French, a key of the translations.</param>
internal sealed record LineFault(int Line, string Sentence, params object[] Values);

/// <summary>Thrown by one line, told with its number.</summary>
internal sealed class LineException(string sentence, params object[] values) : Exception(sentence)
{
    public object[] Values => values;
}
