namespace EssConsult.Actors.Import;

/// <summary>The words on screen; each is a key of the translations.</summary>
internal static class ImportWords
{
    public static string Label(this LineOutcome outcome) => outcome switch
    {
        LineOutcome.Created => "Créée",
        LineOutcome.Updated => "Mise à jour",
        LineOutcome.Unchanged => "Inchangée",
        LineOutcome.Repeated => "Répétée",
        _ => "Refusée",
    };

    public static string Plural(this LineOutcome outcome) => outcome switch
    {
        LineOutcome.Created => "créées",
        LineOutcome.Updated => "mises à jour",
        LineOutcome.Unchanged => "inchangées",
        LineOutcome.Repeated => "répétées",
        _ => "refusées",
    };

    public static string Mark(this LineOutcome outcome) => outcome switch
    {
        LineOutcome.Created => "state-published",
        LineOutcome.Updated => "state-underway",
        LineOutcome.Refused => "state-removed",
        _ => "state-draft",
    };

    public static int Of(this ActorImport import, LineOutcome outcome) => outcome switch
    {
        LineOutcome.Created => import.Created,
        LineOutcome.Updated => import.Updated,
        LineOutcome.Unchanged => import.Unchanged,
        LineOutcome.Repeated => import.Repeated,
        _ => import.Refused,
    };
}
