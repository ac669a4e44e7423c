namespace EssConsult.Prize.Entries;

internal static class EntryWords
{
    /// <summary>French, a key of the translations.</summary>
    public static string Label(this EntryState state) => state switch
    {
        EntryState.Draft => "Brouillon",
        EntryState.Submitted => "Déposé",
        EntryState.Eligible => "Recevable",
        EntryState.Ineligible => "Non recevable",
        _ => "Retiré par son auteur",
    };
}
