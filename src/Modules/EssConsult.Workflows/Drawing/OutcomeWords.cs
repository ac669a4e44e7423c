namespace EssConsult.Workflows.Drawing;

/// <summary>The outcomes that Orchard names, in French; keys of the translations. What an author named stays as it is.</summary>
internal static class OutcomeWords
{
    public static string? Of(string outcome) => outcome switch
    {
        "Done" => "Ensuite",
        "True" => "Oui",
        "False" => "Non",
        "Failed" => "Échec",
        "Failed: no user found" => "Personne trouvé",
        "Iterate" => "À chaque tour",
        "Joined" => "Réunies",
        "Noop" => "Rien à faire",
        "Published" => "Publié",
        "Unpublished" => "Dépublié",
        "Deleted" => "Supprimé",
        "Retrieved" => "Trouvé",
        "Refused" => "Refusé",
        "Approved" => "Accepté",
        "Assigned" => "Confié",
        "Valid" => "Valable",
        "Invalid" => "Pas valable",
        "UnhandledHttpStatus" => "Autre réponse",
        _ => null,
    };
}
