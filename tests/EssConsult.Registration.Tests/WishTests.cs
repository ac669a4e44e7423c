using System.Net;
using EssConsult.Kernel.Data;
using EssConsult.Registration.Contracts;
using EssConsult.Registration.Wishes;
using Microsoft.EntityFrameworkCore;

namespace EssConsult.Registration.Tests;

public sealed class WishTests(RegistrationSites sites) : IClassFixture<RegistrationSites>
{
    [Theory, OnBothDatabases]
    public async Task People_rank_workshops_get_a_seat_by_a_draw_that_can_be_done_again_and_read_why(Database database)
    {
        var site = await sites.OnAsync(database);
        var (id, wanted, other) = await PlenaryAsync(site, seats: 2);
        var people = await PeopleAsync(site, id, 4);
        foreach (var address in people)
        {
            (await RankAsync(site, address, wanted, other)).Text(".notice-title").ShouldBe("Vos vœux sont enregistrés");
        }

        var before = await (await site.AnimatorAsync()).GetAsync($"/admin/rendez-vous/{id}/voeux");
        before.Text(".figure-label").ShouldBe("ont donné des vœux, sur 4 inscriptions");
        before.Has(".form-draw").ShouldBeFalse();
        site.Clock.Advance(TimeSpan.FromDays(11));
        var organiser = await site.AnimatorAsync();
        var preview = await (await organiser.GetAsync($"/admin/rendez-vous/{id}/voeux")).Form("form.form-draw").SubmitAsync("Répartir");
        preview.Texts(".tally td").ShouldBe(["2", "2", "0", "0"]);
        (await site.AllAsync(wanted)).ShouldBeEmpty();

        var published = await preview.Form("form.form-publish").SubmitAsync("Publier la répartition");
        await site.CatchUpAsync();

        published.Text(".notice-title").ShouldStartWith("La répartition est publiée");
        foreach (var workshop in new[] { wanted, other })
        {
            (await site.AllAsync(workshop)).Select(row => row.State).ShouldBe([RegistrationState.Confirmed, RegistrationState.Confirmed]);
            (await site.SeatsAsync(workshop)).Taken.ShouldBe(2);
        }

        var refused = (await site.AllAsync(other)).Select(row => row.EmailKey).ToHashSet();
        var unlucky = people.First(address => refused.Contains(EmailAddress.Normalize(address)));
        var own = await site.FromOwnPageAsync(unlucky, "voeux");
        own.Text(".wish-result li")!.ShouldMatch(@"Votre 1er vœu était complet : la dernière personne placée avait le numéro \d au tirage, vous le \d\.$");
        own.Texts(".wish-result li")[1].ShouldMatch(@"Votre 2e vœu est retenu : vous aviez le numéro \d au tirage\.$");
        (await site.MailsAsync(unlucky)).Last().ShouldContain("Atelier second");
        (await organiser.GetAsync($"/admin/rendez-vous/{id}/voeux?verifier=true")).Text(".notice-title").ShouldBe("Le même tirage donne le même résultat.");
    }

    [Theory, OnBothDatabases]
    public async Task A_result_that_was_tampered_with_does_not_stand_the_check(Database database)
    {
        var site = await sites.OnAsync(database);
        var (id, organiser) = await DrawnAsync(site);
        (await organiser.GetAsync($"/admin/rendez-vous/{id}/voeux?verifier=true")).Text(".notice-title").ShouldBe("Le même tirage donne le même résultat.");

        await site.ExecuteAsync($"UPDATE wish_run SET result = replace(result, '\"Rank\":1', '\"Rank\":2') WHERE event_id = '{id}'");

        (await organiser.GetAsync($"/admin/rendez-vous/{id}/voeux?verifier=true")).Text(".notice-title").ShouldBe("Le tirage refait ne donne pas le même résultat.");
    }

    [Theory, OnBothDatabases]
    public async Task Drawing_again_keeps_the_seed_and_the_result(Database database)
    {
        var site = await sites.OnAsync(database);
        var (id, organiser) = await DrawnAsync(site);
        var first = await RunAsync(site, id);

        await (await organiser.GetAsync($"/admin/rendez-vous/{id}/voeux")).Form("form.form-draw").SubmitAsync();
        var second = await RunAsync(site, id);

        second.Id.ShouldNotBe(first.Id);
        (second.Seed, second.Input, second.Result).ShouldBe((first.Seed, first.Input, first.Result));
    }

    [Theory, OnBothDatabases]
    public async Task An_announced_seed_is_shown_to_everybody_and_never_changes(Database database)
    {
        var site = await sites.OnAsync(database);
        var (id, _, _) = await PlenaryAsync(site, seats: 2);
        var (people, organiser) = (await PeopleAsync(site, id, 1), await site.AnimatorAsync());
        var form = (await organiser.GetAsync($"/admin/rendez-vous/{id}/voeux")).Form("form.form-seed");

        await form.With("Seed", "loto du 12 mars").SubmitAsync();
        var again = await form.With("Seed", "une autre").SubmitAsync();

        again.Status.ShouldBe(HttpStatusCode.Conflict);
        (await site.Visitor().GetAsync(await site.LinkAsync(people[0], "voeux"))).Text("main code").ShouldBe("loto du 12 mars");
        (await organiser.GetAsync($"/admin/rendez-vous/{id}/voeux")).Text("code.seed").ShouldBe("loto du 12 mars");
    }

    [Theory, OnBothDatabases]
    public async Task A_cancellation_after_the_preview_asks_for_another_draw(Database database)
    {
        var site = await sites.OnAsync(database);
        var (id, wanted, other) = await PlenaryAsync(site, seats: 1);
        var people = await PeopleAsync(site, id, 2);
        foreach (var address in people)
        {
            await RankAsync(site, address, wanted, other);
        }

        site.Clock.Advance(TimeSpan.FromDays(11));
        var organiser = await site.AnimatorAsync();
        var preview = await (await organiser.GetAsync($"/admin/rendez-vous/{id}/voeux")).Form("form.form-draw").SubmitAsync();
        await site.CancelAsync(people[0]);

        var refused = await preview.Form("form.form-publish").SubmitAsync();

        refused.Status.ShouldBe(HttpStatusCode.Conflict);
        refused.Html.ShouldContain("refaites la répartition");
        ((await site.AllAsync(wanted)).Count + (await site.AllAsync(other)).Count).ShouldBe(0);
    }

    [Theory, OnBothDatabases]
    public async Task Publishing_twice_gives_the_seats_once(Database database)
    {
        var site = await sites.OnAsync(database);
        var (id, organiser) = await DrawnAsync(site);
        var form = (await organiser.GetAsync($"/admin/rendez-vous/{id}/voeux")).Form("form.form-publish");

        await form.SubmitAsync();
        var again = await form.SubmitAsync();

        again.Status.ShouldBe(HttpStatusCode.Conflict);
        (await site.InDatabaseAsync(db => db.Set<Registration>().CountAsync(row => row.WithinId != null && db.Set<EventRow>().Any(workshop => workshop.ContentItemId == row.EventId && workshop.ParentId == id)))).ShouldBe(1);
    }

    [Theory, OnBothDatabases]
    public async Task Two_organisers_who_publish_at_once_give_the_seats_once(Database database)
    {
        var site = await sites.OnAsync(database);
        var (id, one) = await DrawnAsync(site);
        var other = await site.AnimatorAsync();
        var forms = new[] { (await one.GetAsync($"/admin/rendez-vous/{id}/voeux")).Form("form.form-publish"), (await other.GetAsync($"/admin/rendez-vous/{id}/voeux")).Form("form.form-publish") };

        var answers = await Task.WhenAll(forms.Select(form => form.SubmitAsync()));

        answers.Select(page => page.Status).Order().ShouldBe([HttpStatusCode.OK, HttpStatusCode.Conflict]);
        (await site.InDatabaseAsync(db => db.Set<Registration>().CountAsync(row => row.WithinId != null && db.Set<EventRow>().Any(workshop => workshop.ContentItemId == row.EventId && workshop.ParentId == id)))).ShouldBe(1);
    }

    [Theory, OnBothDatabases]
    public async Task Wishes_are_refused_twice_for_one_workshop_too_late_and_by_another_s_link(Database database)
    {
        var site = await sites.OnAsync(database);
        var (id, wanted, _) = await PlenaryAsync(site, seats: 1);
        var people = await PeopleAsync(site, id, 2);
        var link = await site.LinkAsync(people[0], "voeux");
        var form = (await site.Visitor().GetAsync(link)).Form("main form.form");

        (await form.With("Ranked[0][0]", wanted).With("Ranked[0][1]", wanted).SubmitAsync()).Status.ShouldBe(HttpStatusCode.Conflict);
        var mixed = link.Split('?')[0] + "?" + (await site.LinkAsync(people[1])).Split('?')[1];
        (await site.Visitor().GetAsync(mixed)).Status.ShouldBe(HttpStatusCode.NotFound);
        site.Clock.Advance(TimeSpan.FromDays(11));
        (await form.With("Ranked[0][1]", "").SubmitAsync()).Status.ShouldBe(HttpStatusCode.Conflict);

        (await site.InDatabaseAsync(db => db.Set<Wish>().CountAsync(wish => wish.EventId == id))).ShouldBe(0);
    }

    [Theory, OnBothDatabases]
    public async Task Where_wishes_decide_nobody_takes_a_workshop_first(Database database)
    {
        var site = await sites.OnAsync(database);
        var (id, wanted, _) = await PlenaryAsync(site, seats: 1);

        var form = await site.Visitor().GetAsync($"/rendez-vous/{id}/inscription");
        var plain = await site.EventAsync();

        form.Has("input[name='Form.Workshops[0]']").ShouldBeFalse();
        (await (await site.AnimatorAsync()).GetAsync($"/admin/rendez-vous/{plain}/voeux")).Status.ShouldBe(HttpStatusCode.NotFound);
        (await (await site.SignInAsync()).GetAsync($"/admin/rendez-vous/{id}/voeux")).Status.ShouldBe(HttpStatusCode.Forbidden);
        (await site.AllAsync(wanted)).ShouldBeEmpty();
    }

    /// <summary>A plenary whose wishes close in ten days, with two workshops at one time.</summary>
    private static async Task<(string Plenary, string Wanted, string Other)> PlenaryAsync(Site site, int seats)
    {
        var closes = site.Clock.GetUtcNow().UtcDateTime.AddDays(10);
        var plenary = await site.EventAsync(capacity: 50, change: (_, places) => (places["Wishes"], places["WishesClose"]) = (true, closes.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", System.Globalization.CultureInfo.InvariantCulture)));
        return (plenary, await site.WorkshopAsync(plenary, "1er tour", seats, "Atelier premier"), await site.WorkshopAsync(plenary, "1er tour", seats, "Atelier second"));
    }

    private static async Task<List<string>> PeopleAsync(Site site, string plenary, int count)
    {
        var people = new List<string>();
        for (var person = 0; person < count; person++)
        {
            people.Add(await site.SeatedAsync(plenary, $"Personne {person + 1}"));
        }

        return people;
    }

    private static async Task<Page> RankAsync(Site site, string address, params string[] workshops)
    {
        var form = (await site.FromOwnPageAsync(address, "voeux")).Form("main form.form");
        foreach (var (rank, workshop) in workshops.Index())
        {
            form.With($"Ranked[0][{rank}]", workshop);
        }

        return await form.SubmitAsync();
    }

    private static async Task<(string Plenary, Visitor Organiser)> DrawnAsync(Site site)
    {
        var (id, wanted, other) = await PlenaryAsync(site, seats: 1);
        await RankAsync(site, (await PeopleAsync(site, id, 1))[0], wanted, other);
        site.Clock.Advance(TimeSpan.FromDays(11));
        var organiser = await site.AnimatorAsync();
        await (await organiser.GetAsync($"/admin/rendez-vous/{id}/voeux")).Form("form.form-draw").SubmitAsync();
        return (id, organiser);
    }

    private static Task<WishRun> RunAsync(Site site, string id) => site.InDatabaseAsync(db => db.Set<WishRun>().AsNoTracking().SingleAsync(run => run.EventId == id));
}
