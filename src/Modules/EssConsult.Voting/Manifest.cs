namespace EssConsult.Voting;

internal static class Manifest
{
    public static readonly ModuleManifest Module = new("EssConsult.Voting", "Votes", "Votes sur tout contenu : règle figée, une voix par personne, résultat que chacun recompte.")
    {
        DependsOn = ["EssConsult.Content", "EssConsult.Mail", "EssConsult.Accounts", "EssConsult.Actors", "EssConsult.Contributions", "EssConsult.Prize", "EssConsult.Registration", "EssConsult.Workflows"],
        Permissions = [new(Permissions.ManageBallots, "Préparer, ouvrir et dépouiller les votes"), new(Permissions.KeepVotingDesk, "Tenir le bureau de vote : émarger, saisir et confirmer les bulletins papier", Permissions.ManageBallots)],
        AdminLinks = [new("Votes", "/admin/votes", Permissions.KeepVotingDesk, Order: 47)],
    };
}
