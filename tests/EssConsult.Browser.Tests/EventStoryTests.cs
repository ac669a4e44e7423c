using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;

namespace EssConsult.Browser.Tests;

/// <summary>A site of its own: its plenary fills up.</summary>
public sealed class EventSite : RunningSite;

/// <summary>The plenary is full; somebody comes as one too many, waits, is offered a seat, takes it, and the plenary moves.</summary>
public sealed partial class EventStoryTests(EventSite site) : IClassFixture<EventSite>
{
    private const string Address = "trois-cent-unieme@example.org";

    [Fact]
    public async Task One_too_many_waits_takes_the_seat_that_falls_free_and_the_calendar_follows()
    {
        var organiser = await site.OpenAsync();
        await organiser.EnterAsAsync("Animatrice de démonstration");
        await organiser.GotoAsync("/admin/rendez-vous");
        await organiser.LookAsync("rendez-vous-liste");
        await organiser.Locator(".row-title").First.ClickAsync();
        var list = organiser.Url;
        await FillAsync(organiser);
        await organiser.LookAsync("rendez-vous-inscriptions");

        var visitor = await site.OpenAsync(width: 390);
        await visitor.GotoAsync(Tour.Plenary);
        await visitor.LookAsync("rendez-vous-page");
        await visitor.GetByRole(AriaRole.Link, new() { Name = "M’inscrire sur la liste d’attente" }).ClickAsync();
        await visitor.GetByLabel("Votre nom").FillAsync("Camille Exemple");
        await visitor.GetByLabel("Adresse e-mail").FillAsync(Address);
        await visitor.LookAsync("rendez-vous-formulaire");
        await visitor.GetByRole(AriaRole.Button, new() { Name = "M’inscrire sur la liste d’attente" }).ClickAsync();
        await Assertions.Expect(visitor.Locator(".notice-title")).ToHaveTextAsync("Lisez vos e-mails");
        await OpenLinkAsync(visitor, "Confirmez votre inscription");
        await visitor.GetByRole(AriaRole.Button, new() { Name = "Confirmer mon inscription" }).ClickAsync();
        await Assertions.Expect(visitor.Locator(".notice-title").First).ToHaveTextAsync("Vous êtes en tête de la liste d’attente");

        await organiser.GotoAsync(list + "?q=Groupe+1");
        await organiser.GetByText("Annuler…").First.ClickAsync();
        await organiser.GetByRole(AriaRole.Button, new() { Name = "Oui, annuler" }).First.ClickAsync();
        await OpenLinkAsync(visitor, "Une place s’est libérée");
        await visitor.LookAsync("rendez-vous-offre");
        await visitor.GetByRole(AriaRole.Button, new() { Name = "Confirmer ma place" }).ClickAsync();
        await Assertions.Expect(visitor.Locator(".notice-title").First).ToHaveTextAsync("Votre place est réservée");
        await visitor.LookAsync("rendez-vous-inscription");
        var before = await EntryAsync(visitor);

        await MoveAsync(organiser);
        await OpenLinkAsync(visitor, "Changement");
        var after = await EntryAsync(visitor);

        after.Uid.ShouldBe(before.Uid);
        after.Sequence.ShouldBeGreaterThan(before.Sequence);
        after.Start.ShouldNotBe(before.Start);
    }

    /// <summary>Ten seats at a time, until the page says that it is full.</summary>
    private static async Task FillAsync(IPage organiser)
    {
        var left = await FreeAsync(organiser);
        for (var number = 1; left > 0; number++, left -= 10)
        {
            await organiser.GetByText("Inscrire quelqu’un").ClickAsync();
            await organiser.Locator("#New_Name").FillAsync($"Groupe {number}");
            await organiser.Locator("#New_Seats").FillAsync(Math.Min(10, left).ToString(CultureInfo.InvariantCulture));
            await organiser.GetByRole(AriaRole.Button, new() { Name = "Inscrire", Exact = true }).ClickAsync();
            await Assertions.Expect(organiser.Locator(".notice-success")).ToBeVisibleAsync();
        }
    }

    private static async Task<int> FreeAsync(IPage organiser)
    {
        var page = await organiser.Context.NewPageAsync();
        await page.GotoAsync(Tour.Plenary);
        var words = await page.Locator(".event-places strong").InnerTextAsync();
        await page.CloseAsync();
        return int.Parse(Number().Match(words).Value, CultureInfo.InvariantCulture);
    }

    private static async Task OpenLinkAsync(IPage visitor, string subject)
    {
        for (var started = Stopwatch.GetTimestamp(); ;)
        {
            await visitor.GotoAsync("/dev/mailbox");
            var mail = visitor.Locator(".queue-list a", new() { HasText = subject }).Filter(new() { HasText = Address });
            if (await mail.CountAsync() > 0 || Stopwatch.GetElapsedTime(started) > TimeSpan.FromMinutes(1))
            {
                await mail.First.ClickAsync();
                break;
            }
        }

        await visitor.GotoAsync(InscriptionLink().Match(await visitor.ContentAsync()).Value.Replace("&amp;", "&", StringComparison.Ordinal));
    }

    private static async Task<(string Uid, int Sequence, string Start)> EntryAsync(IPage visitor)
    {
        var link = await visitor.GetByRole(AriaRole.Link, new() { Name = "Ajouter à mon agenda" }).First.GetAttributeAsync("href");
        var text = await (await visitor.Context.APIRequest.GetAsync(new Uri(new Uri(visitor.Url), link).ToString())).TextAsync();
        string Line(string name) => text.Split("\r\n").Last(line => line.StartsWith(name, StringComparison.Ordinal)).Split(':')[^1];
        return (Line("UID"), int.Parse(Line("SEQUENCE"), CultureInfo.InvariantCulture), text.Split("BEGIN:VEVENT")[1].Split("\r\n").First(line => line.StartsWith("DTSTART", StringComparison.Ordinal)));
    }

    private static async Task MoveAsync(IPage organiser)
    {
        await organiser.GetByRole(AriaRole.Link, new() { Name = "Modifier", Exact = true }).ClickAsync();
        foreach (var name in new[] { "EventPart.Starts", "EventPart.Ends" })
        {
            var input = organiser.Locator($"[name='{name}']");
            var moved = DateTime.Parse(await input.InputValueAsync(), CultureInfo.InvariantCulture).AddDays(7);
            await input.FillAsync(moved.ToString("yyyy-MM-dd'T'HH:mm", CultureInfo.InvariantCulture));
        }

        await organiser.GetByRole(AriaRole.Button, new() { NameRegex = Publish() }).First.ClickAsync();
        await Assertions.Expect(organiser.Locator(".notice-success").First).ToBeVisibleAsync();
    }

    [GeneratedRegex(@"\d+")]
    private static partial Regex Number();

    [GeneratedRegex(@"/inscription/[0-9a-f]{32}\?jeton=[\w-]+")]
    private static partial Regex InscriptionLink();

    [GeneratedRegex("^Publier")]
    private static partial Regex Publish();
}
