namespace EssConsult.Prize.Jury;

/// <summary>French, keys of the translations.</summary>
internal static class JuryWords
{
    public static string Label(this JurorState state) => state switch
    {
        JurorState.Invited => "Invitation envoyée",
        JurorState.Accepted => "Dans le jury",
        JurorState.Declined => "A décliné",
        _ => "A quitté le jury",
    };

    /// <summary>As the team reads it beside a name.</summary>
    public static string Title(this ConflictKind kind) => kind switch
    {
        ConflictKind.Employment => "Emploi, actuel ou passé",
        ConflictKind.Governance => "Mandat ou adhésion",
        ConflictKind.Family => "Proche engagé",
        ConflictKind.Funding => "Financement",
        ConflictKind.Partner => "Partenariat",
        ConflictKind.CoEntry => "Dépose ce dossier",
        ConflictKind.Mandate => "Mandat électif ou représentation de la collectivité",
        _ => "Autre lien",
    };

    /// <summary>As jurors say it of themselves.</summary>
    public static string Label(this ConflictKind kind) => kind switch
    {
        ConflictKind.Employment => "J’y travaille ou j’y ai travaillé",
        ConflictKind.Governance => "J’y ai un mandat ou j’en suis membre",
        ConflictKind.Family => "Un proche y est engagé",
        ConflictKind.Funding => "Je la finance ou elle me finance",
        ConflictKind.Partner => "Nous sommes partenaires",
        ConflictKind.CoEntry => "Je dépose ce dossier",
        ConflictKind.Mandate => "Mandat électif ou représentation de la collectivité",
        _ => "Un autre lien",
    };
}
