namespace EssConsult.Tally.Files;

/// <summary>What is wrong with a file of ballots.</summary>
public enum BallotFileFault
{
    /// <summary>A line that is not of the format.</summary>
    Syntax,

    /// <summary>A number is missing, too large, negative, or not a number.</summary>
    Number,

    /// <summary>An option that the file does not declare, or declares twice.</summary>
    Option,

    /// <summary>An option twice on one ballot.</summary>
    Repeated,

    /// <summary>A part or a heading without which the file says nothing is absent.</summary>
    Missing,

    /// <summary>The file ends early, or does not hold as many ballots or options as it says.</summary>
    Count,

    /// <summary>More than the limits allow.</summary>
    TooLarge,
}

/// <summary>A file that is not what its name says; the message is a sentence with the line's number, and nothing of the file was taken.</summary>
public sealed class BallotFileException(int line, BallotFileFault fault, string sentence) : Exception(line > 0 ? $"Line {line}: {sentence}" : sentence)
{
    /// <summary>From 1; 0 for the file as a whole.</summary>
    public int Line { get; } = line;

    public BallotFileFault Fault { get; } = fault;
}
