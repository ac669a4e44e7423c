namespace EssConsult.Discussion.Contracts;

public enum Alignment
{
    Neutral,
    For,
    Against,
}

public static class AlignmentRegistration
{
    /// <summary>The French words, keys of the translations.</summary>
    public static string Label(this Alignment alignment) => alignment switch
    {
        Alignment.For => "D’accord",
        Alignment.Against => "Pas d’accord",
        _ => "Remarque",
    };
}
