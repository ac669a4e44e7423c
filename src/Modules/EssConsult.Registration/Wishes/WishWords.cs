using System.Globalization;
using EssConsult.Seating.Wishes;
using Microsoft.Extensions.Localization;

namespace EssConsult.Registration.Wishes;

/// <summary>Says in plain words what became of a wish, and why.</summary>
internal static class WishWords
{
    /// <summary>« 1er », « 2e »; "1st", "2nd".</summary>
    public static string Ordinal(int rank) => CultureInfo.CurrentUICulture.TwoLetterISOLanguageName == "fr"
        ? rank == 1 ? "1er" : $"{rank}e"
        : rank + (rank % 100 is >= 11 and <= 13 ? "th" : (rank % 10) switch { 1 => "st", 2 => "nd", 3 => "rd", _ => "th" });

    public static string Why(this IStringLocalizer words, WishOutcome outcome, int seats) => outcome switch
    {
        { Fate: WishFate.Obtained } => words["Votre {0} vœu est retenu : vous aviez le numéro {1} au tirage.", Ordinal(outcome.Rank), outcome.LotteryNumber],
        { Fate: WishFate.Full, CutOff: { } last } => words["Votre {0} vœu était complet : la dernière personne placée avait le numéro {1} au tirage, vous le {2}.", Ordinal(outcome.Rank), last, outcome.LotteryNumber],
        { Fate: WishFate.Full } => words["Votre {0} vœu était complet avant le tirage.", Ordinal(outcome.Rank)],
        { Fate: WishFate.TooFewSeats } => words["Votre {0} vœu n’avait plus assez de places pour vous {1} : il en restait {2}.", Ordinal(outcome.Rank), seats, outcome.SeatsLeft],
        { Fate: WishFate.TopicObtained } => words["Votre {0} vœu porte sur un sujet que vous avez déjà à un autre moment.", Ordinal(outcome.Rank)],
        { Fate: WishFate.NotNeeded } => words["Votre {0} vœu n’a pas servi : un vœu mieux classé est retenu.", Ordinal(outcome.Rank)],
        _ => words["Votre {0} vœu n’a pas pu être départagé : l’équipe peut vous répondre.", Ordinal(outcome.Rank)],
    };
}
