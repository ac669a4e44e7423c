using System.Globalization;
using EssConsult.Registration.Events;
using EssConsult.Tickets.Paper;
using Microsoft.Extensions.Localization;

namespace EssConsult.Registration.Tickets;

/// <summary>What all papers of the site share: who publishes them, dates as sentences, words in the reader's language.</summary>
internal sealed class TicketPaper(SiteSettings settings, TimeProvider clock, IStringLocalizer words)
{
    /// <summary>Who answers for the event: the publisher of the legal page, else the site.</summary>
    public string Issuer => settings.Text("EssSiteSettings", "Publisher") is { Length: > 0 } publisher ? publisher : settings.SiteName;

    public PaperStyle Style => new() { Author = settings.SiteName, Language = CultureInfo.CurrentUICulture.TwoLetterISOLanguageName, Created = clock.GetUtcNow() };

    public IReadOnlyList<string> Conditions =>
    [
        words["Le billet vaut pour une entrée : gardez-le pour vous. La première présentation compte."].Value,
        words["Vous ne venez plus ? Annulez depuis le lien de votre e-mail : votre place servira à quelqu’un."].Value,
        words["Le code ne contient ni votre nom ni votre adresse."].Value,
    ];

    public TicketWords Ticket => new()
    {
        Ticket = words["Billet"], When = words["Date"], Where = words["Lieu"], Name = words["Nom"], Organisation = words["Organisation"], People = words["Personnes"], Table = words["Table"], Number = words["Billet n°"],
        Present = words["Présentez ce code à l’entrée, imprimé ou sur l’écran de votre téléphone."], Conditions = words["Bon à savoir"], Code = words["Code QR du billet"],
    };

    /// <summary>« 12 mars 2027, 9 h 00 – 12 h 30 ».</summary>
    public static string When(EventRow row) => row.StartsUtc.Moment() + " – " + (row.StartsUtc.ToParis().Date == row.EndsUtc.ToParis().Date ? row.EndsUtc.Hour() : row.EndsUtc.Moment());

    public string Where(EventRow row) => EventCalendar.Location(row) is { Length: > 0 } place ? place : words["En ligne"].Value;

    /// <summary>« 3 h 30 », « 45 min ».</summary>
    public string Duration(int minutes) => minutes < 60 ? words["{0} min", minutes].Value : words["{0} h {1}", minutes / 60, (minutes % 60).ToString("00", CultureInfo.InvariantCulture)].Value;
}
