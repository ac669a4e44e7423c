namespace EssConsult.Prize.Editions;

internal static class EditionWords
{
    /// <summary>French, a key of the translations.</summary>
    public static string Label(this EditionStage stage) => stage switch
    {
        EditionStage.Call => "Dépôt et recevabilité",
        EditionStage.Scoring => "Notation",
        EditionStage.Deliberation => "Délibération",
        _ => "Palmarès publié",
    };
}
