using EssConsult.Tally;
using EssConsult.Voting.Casting;

namespace EssConsult.Voting.Ballots;

/// <summary>French, keys of the translations.</summary>
internal static class BallotWords
{
    /// <summary>The three that most votes need.</summary>
    public static readonly IReadOnlyList<TallyMethod> Usual = [TallyMethod.Motion, TallyMethod.ChooseUpTo, TallyMethod.Knapsack];

    public static readonly IReadOnlyList<TallyMethod> Advanced =
        [TallyMethod.Plurality, TallyMethod.Approval, TallyMethod.MajorityJudgment, TallyMethod.Score, TallyMethod.Borda, TallyMethod.Schulze, TallyMethod.RankedPairs, TallyMethod.InstantRunoff, TallyMethod.Stv, TallyMethod.Greedy, TallyMethod.EqualShares];

    public static string Label(this BallotState state) => state switch
    {
        BallotState.Draft => "En préparation",
        BallotState.Open => "Ouvert",
        BallotState.Closed => "Clos, pas encore dépouillé",
        _ => "Dépouillé",
    };

    public static string Label(this BallotRegime regime) => regime == BallotRegime.Secret ? "Scrutin secret" : "Vote ouvert";

    public static string Label(this TallyMethod method) => method switch
    {
        TallyMethod.Motion => "Pour / Contre / Abstention",
        TallyMethod.ChooseUpTo => "Choisir jusqu’à N",
        TallyMethod.Knapsack => "Budget",
        TallyMethod.Plurality => "Un seul choix",
        TallyMethod.Approval => "Approbation",
        TallyMethod.MajorityJudgment => "Jugement majoritaire",
        TallyMethod.Score => "Vote par note",
        TallyMethod.Borda => "Points de Borda",
        TallyMethod.Schulze => "Classement, méthode de Schulze",
        TallyMethod.RankedPairs => "Classement, paires ordonnées",
        TallyMethod.InstantRunoff => "Vote alternatif",
        TallyMethod.Stv => "Vote unique transférable",
        TallyMethod.EqualShares => "Budget à parts égales",
        _ => "Budget par approbation",
    };

    /// <summary>What the voter does.</summary>
    public static string Help(this TallyMethod method) => method switch
    {
        TallyMethod.Motion => "Une proposition, trois réponses. Adoptée si les « pour » atteignent la majorité fixée.",
        TallyMethod.ChooseUpTo => "Chacun coche jusqu’à N options ; celles qui ont le plus de voix l’emportent.",
        TallyMethod.Knapsack => "Chacun remplit un panier sans dépasser le budget ; les options sont financées de la plus choisie à la moins choisie, tant qu’elles tiennent.",
        TallyMethod.Plurality => "Chacun choisit une option ; celle qui a le plus de voix l’emporte.",
        TallyMethod.Approval => "Chacun coche toutes les options qui lui conviennent.",
        TallyMethod.MajorityJudgment => "Chacun donne une mention à chaque option ; la meilleure mention médiane l’emporte.",
        TallyMethod.Score => "Chacun donne des points à chaque option ; le plus grand total l’emporte.",
        TallyMethod.Borda => "Chacun classe ; chaque rang vaut des points.",
        TallyMethod.Schulze or TallyMethod.RankedPairs => "Chacun classe ; les options sont comparées deux à deux.",
        TallyMethod.InstantRunoff => "Chacun classe ; la dernière option est éliminée et ses voix passent à la suivante, jusqu’à une majorité.",
        TallyMethod.Stv => "Chacun classe ; plusieurs sièges, répartis en proportion.",
        TallyMethod.EqualShares => "Chacun coche ce qu’il approuve et dispose d’une part égale du budget ; une option est financée quand les parts de celles et ceux qui l’approuvent la paient. Le reste va aux plus approuvées qui tiennent.",
        _ => "Chacun coche ce qu’il approuve ; les options sont financées de la plus approuvée à la moins approuvée, tant qu’elles tiennent.",
    };

    public static string Label(this ElectorateKind kind) => kind switch
    {
        ElectorateKind.Accounts => "Toute personne qui a un compte confirmé",
        ElectorateKind.Role => "Les personnes qui ont un rôle",
        ElectorateKind.Event => "Les personnes accueillies à un rendez-vous",
        ElectorateKind.Roll => "Une liste d’adresses importée",
        ElectorateKind.Room => "Les personnes dans la salle, avec le code des tables : pour un sondage indicatif seulement",
        ElectorateKind.Addresses => "Toute personne avec une adresse confirmée",
        _ => "Des structures : une voix chacune, donnée par un de leurs membres",
    };
}
