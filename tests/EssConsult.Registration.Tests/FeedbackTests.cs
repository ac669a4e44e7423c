using System.Net;
using EssConsult.Kernel.Data;
using EssConsult.Registration.Feedback;
using Microsoft.EntityFrameworkCore;

namespace EssConsult.Registration.Tests;

public sealed class FeedbackTests(RegistrationSites sites) : IClassFixture<RegistrationSites>
{
    [Theory, OnBothDatabases]
    public async Task Opinions_are_given_once_after_the_event_and_shown_from_ten_on(Database database)
    {
        var site = await sites.OnAsync(database);
        var id = await site.EventAsync(capacity: 20);
        var (links, last) = (new List<string>(), string.Empty);
        for (var person = 0; person < 10; person++)
        {
            last = await site.SeatedAsync(id);
            links.Add(await site.LinkAsync(last, "avis"));
        }

        (await site.Visitor().GetAsync(links[0])).Has("main form").ShouldBeFalse();
        site.Clock.Advance(TimeSpan.FromDays(31));
        (await site.FromOwnPageAsync(last, "avis")).Has("main form").ShouldBeTrue();
        foreach (var link in links.Skip(1))
        {
            (await GiveAsync(site, link, "4")).Text(".notice-title").ShouldBe("Merci, votre avis est enregistré");
        }

        var organiser = await site.AnimatorAsync();
        var hidden = await organiser.GetAsync($"/admin/rendez-vous/{id}/avis");
        hidden.Has(".feedback-result").ShouldBeFalse();
        hidden.Html.ShouldNotContain("Plus de café");
        await GiveAsync(site, links[0], "1");

        var shown = await organiser.GetAsync($"/admin/rendez-vous/{id}/avis");
        shown.Texts(".feedback-result tbody")[0].Replace(" ", string.Empty, StringComparison.Ordinal).ShouldBe("Pasdutout1Plutôtnon0Plutôtoui0Toutàfait9");
        shown.Html.ShouldContain("Plus de café");
    }

    [Theory, OnBothDatabases]
    public async Task Who_answered_cannot_answer_again_nor_too_late_nor_with_nothing(Database database)
    {
        var site = await sites.OnAsync(database);
        var id = await site.EventAsync();
        var (one, other) = (await site.LinkAsync(await site.SeatedAsync(id), "avis"), await site.LinkAsync(await site.SeatedAsync(id), "avis"));
        site.Clock.Advance(TimeSpan.FromDays(31));
        var form = (await site.Visitor().GetAsync(one)).Form("main form");
        var late = (await site.Visitor().GetAsync(other)).Form("main form");

        (await form.SubmitAsync()).Status.ShouldBe(HttpStatusCode.Conflict);
        await form.With("Marks[0]", "3").SubmitAsync();
        (await form.SubmitAsync()).Status.ShouldBe(HttpStatusCode.Conflict);
        site.Clock.Advance(TimeSpan.FromDays(31));
        (await late.With("Marks[0]", "3").SubmitAsync()).Status.ShouldBe(HttpStatusCode.Conflict);

        (await site.InDatabaseAsync(db => db.Set<EventFeedback>().CountAsync(row => row.EventId == id))).ShouldBe(1);
        (await site.Visitor().GetAsync(one.Split('?')[0])).Status.ShouldBe(HttpStatusCode.NotFound);
        (await (await site.SignInAsync()).GetAsync($"/admin/rendez-vous/{id}/avis")).Status.ShouldBe(HttpStatusCode.Forbidden);
    }

    private static async Task<Page> GiveAsync(Site site, string link, string mark)
    {
        var form = (await site.Visitor().GetAsync(link)).Form("main form");
        for (var question = 0; question < FeedbackVerbs.Questions.Count; question++)
        {
            form.With($"Marks[{question}]", mark);
        }

        return await form.With("Words", "Plus de café").SubmitAsync();
    }
}
