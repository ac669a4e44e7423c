using EssConsult.Tally;
using EssConsult.Voting.Secrecy;

namespace EssConsult.Voting.Ballots;

/// <summary>What keeps a vote from opening, said to whoever prepares it.</summary>
internal static class BallotFaults
{
    /// <exception cref="RuleException">The first thing that is missing.</exception>
    public static void Refuse(BallotRule plan, IReadOnlyList<OpeningKey> keys, DateTime now)
    {
        if (plan.Questions.Count == 0)
        {
            throw new RuleException("ballot.no-question", "Ajoutez au moins une question.");
        }

        foreach (var question in plan.Questions)
        {
            RefuseQuestion(question);
        }

        if (plan.ClosesUtc <= now || plan.ClosesUtc <= plan.OpensUtc)
        {
            throw new RuleException("ballot.dates", "Le vote doit fermer après son ouverture, et dans l’avenir.") { Field = "Closes" };
        }

        if (plan is { ClosesUtc: null, Electorate.Kind: not (ElectorateKind.Event or ElectorateKind.Room) })
        {
            throw new RuleException("ballot.no-end", "Dites quand le vote ferme. Seul un vote en salle se ferme à la main.") { Field = "Closes" };
        }

        RefuseRoom(plan);
        if (plan.Electorate is { Kind: ElectorateKind.Event or ElectorateKind.Role or ElectorateKind.Room, Of: null or "" })
        {
            throw new RuleException("ballot.no-electorate", "Dites qui peut voter.") { Field = "Of" };
        }

        if (plan is { Electorate.Kind: ElectorateKind.Addresses, Regime: BallotRegime.Secret })
        {
            throw new RuleException("ballot.addresses-open", "Un vote par adresse confirmée est un vote ouvert : il faut pouvoir vérifier les fraudes.");
        }

        if (plan.Electorate.Kind == ElectorateKind.Addresses && plan.QuorumPercent() is not null)
        {
            throw new RuleException("ballot.addresses-quorum", "Personne ne sait combien de personnes ont une adresse : un quorum ne peut pas se calculer. Retirez-le.");
        }

        Prizes.PrizeVotes.Refuse(plan);
        if (plan.Regime == BallotRegime.Secret && keys.Count == 0)
        {
            throw new RuleException("ballot.no-key", "Un scrutin secret a besoin d’une clé d’ouverture : créez-la et gardez son fichier.");
        }

        if (plan.Regime == BallotRegime.Secret && keys.Any(key => key.CheckedUtc is null))
        {
            throw new RuleException("ballot.key-unchecked", "Vérifiez d’abord que chaque fichier de clé est bien arrivé : sans lui, personne ne pourra dépouiller.");
        }
    }

    /// <summary>A code that a whole room knows gives each telephone a voice, and no person one: it decides nothing, and nobody knows of how many.</summary>
    private static void RefuseRoom(BallotRule plan)
    {
        if (plan is { Electorate.Kind: ElectorateKind.Room, Indicative: false })
        {
            throw new RuleException("ballot.room-code", "Un code de table ne vaut que pour un sondage indicatif : une décision se vote avec un billet.");
        }

        if (plan.Electorate.Kind == ElectorateKind.Room && plan.Questions.Any(question => question.Rule.Quorum is not null))
        {
            throw new RuleException("ballot.room-quorum", "Un sondage par code de table n’a pas de quorum : on ne sait pas combien de personnes peuvent voter.");
        }

        if (plan is { Electorate.Kind: ElectorateKind.Room, Regime: BallotRegime.Secret })
        {
            throw new RuleException("ballot.room-secret", "Un sondage par code de table n’est pas un scrutin secret.");
        }
    }

    private static void RefuseQuestion(BallotQuestion question)
    {
        if (question.Options.Count < (question.Rule.Method == TallyMethod.Motion ? 1 : 2))
        {
            throw new RuleException("ballot.no-option", "La question « {0} » a besoin d’au moins deux options.", question.Title);
        }

        if (question.Rule.Faults(question.OptionIds()) is [var fault, ..])
        {
            throw new RuleException("ballot.method", fault.Property is "costs" or "budget" ? "La question « {0} » a besoin d’un budget, et d’un coût pour chaque option." : "La méthode de la question « {0} » n’est pas complète.", question.Title);
        }
    }
}
