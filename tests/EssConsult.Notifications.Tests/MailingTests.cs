using System.Net;
using EssConsult.Notifications.Contracts;
using EssConsult.Notifications.Mailings;
using Microsoft.EntityFrameworkCore;

namespace EssConsult.Notifications.Tests;

/// <summary>On sites of their own: these tests move the clock.</summary>
public sealed class MailingTests
{
    [Theory, OnBothDatabases]
    public async Task A_message_is_written_counted_tried_sent_and_its_results_are_read(Database database)
    {
        await using var site = await Acts.StartAsync(database);
        var writer = await site.SignInAsync("Team", "AccessAdminPanel", "WriteToPeople");
        var (reader, refuser) = (await site.SignInAsync(), await site.SignInAsync());
        await refuser.ChooseAsync("message", NewsMail.Never);

        var page = await DraftAsync(writer);
        page.Text("[role=status]").ShouldBe("Brouillon enregistré.");
        page.Text("aside strong").ShouldBe("2 personnes");
        page.Texts("aside .facts dd").ShouldBe(["3", "1", "0"]);
        page.Text(".prose a").ShouldBe("le plan");

        page = await page.Form("form[action*='Test']").SubmitAsync();
        page.Text("[role=status]").ShouldBe("L’essai part vers votre adresse.");
        (await site.MailsAsync(writer.PersonId!)).ShouldHaveSingleItem().Subject.ShouldBe("[Essai] Une salle a changé");

        page = await page.Form("form[action*='Send']").With("IsRead", "true").SubmitAsync();
        page.Text(".admin-head .state").ShouldBe("Programmé");
        await site.RunJobAsync("mailings");
        await site.RunJobAsync("mailings");

        var mail = (await site.MailsAsync(reader.PersonId!)).ShouldHaveSingleItem();
        mail.Text!.ShouldSatisfyAllConditions(
            text => text.ShouldContain("La salle 2 remplace la salle 1"), text => text.ShouldContain("parce que vous avez un compte"), text => text.ShouldContain("/messages/desabonnement?jeton="));
        (await site.MailsAsync(refuser.PersonId!)).ShouldBeEmpty();
        (await site.MailsAsync(writer.PersonId!)).Count.ShouldBe(2);
        page = await writer.GetAsync(page.Url.AbsolutePath);
        page.Text(".admin-head .state").ShouldBe("Envoyé");
        page.Text("[aria-labelledby=resultats] strong").ShouldBe("2 messages écrits");
        (await site.InDatabaseAsync(db => db.Database.SqlQuery<int>($"SELECT CAST(COUNT(*) AS INT) AS \"Value\" FROM audit_row WHERE act = 'mailing.schedule'").SingleAsync())).ShouldBe(1);
    }

    [Theory, OnBothDatabases]
    public async Task The_link_in_a_message_ends_them_for_one_person_and_shows_in_its_results(Database database)
    {
        await using var site = await Acts.StartAsync(database);
        var (writer, reader) = (await site.SignInAsync("Team", "AccessAdminPanel", "WriteToPeople"), await site.SignInAsync());
        var page = await SendAsync(await DraftAsync(writer));
        await site.RunJobAsync("mailings");

        var link = (await site.MailsAsync(reader.PersonId!)).Single().Text!.Split((char[]?)null).Single(word => word.Contains("/messages/desabonnement", StringComparison.Ordinal));
        var left = await (await site.Visitor().GetAsync(new Uri(link).PathAndQuery)).Form("main form").SubmitAsync("Ne plus recevoir ces messages");
        left.Text(".notice-title").ShouldBe("C’est fait");
        using var again = await site.Visitor().Client.PostAsync(new Uri(link).PathAndQuery, new FormUrlEncodedContent([new("List-Unsubscribe", "One-Click")]), TestContext.Current.CancellationToken);
        again.StatusCode.ShouldBe(HttpStatusCode.OK);

        page = await writer.GetAsync(page.Url.AbsolutePath);
        var counts = page.Texts("[aria-labelledby=resultats] .bars dd span").Select(int.Parse).ToList();
        (counts[0] + counts[1], counts[2], counts[3]).ShouldBe((2, 0, 1));
        await SendAsync(await DraftAsync(writer));
        await site.RunJobAsync("mailings");
        (await site.MailsAsync(reader.PersonId!)).Count.ShouldBe(1);
        (await site.Visitor().GetAsync("/messages/desabonnement?jeton=autre")).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Theory, OnBothDatabases]
    public async Task A_message_leaves_at_its_hour_and_not_at_night_unless_it_is_urgent(Database database)
    {
        await using var site = await Acts.StartAsync(database);
        var writer = await site.SignInAsync("Team", "AccessAdminPanel", "WriteToPeople");

        // It is Wednesday, ten in the morning in Paris.
        await SendAsync(await DraftAsync(writer, subject: "Le soir"), at: "2027-03-03T21:00");
        await SendAsync(await DraftAsync(writer, subject: "Urgent", urgent: true), at: "2027-03-03T21:00");
        await site.RunJobAsync("mailings");
        (await SentAsync(site)).ShouldBeEmpty();

        site.Clock.Advance(TimeSpan.FromHours(12));
        await site.RunJobAsync("mailings");
        (await SentAsync(site)).ShouldBe(["Urgent"]);

        site.Clock.Advance(TimeSpan.FromHours(11));
        await site.RunJobAsync("mailings");
        (await SentAsync(site)).ShouldBe(["Le soir", "Urgent"], ignoreOrder: true);
    }

    [Theory, OnBothDatabases]
    public async Task A_scheduled_message_can_be_taken_back_and_one_that_has_left_cannot_be_changed(Database database)
    {
        await using var site = await Acts.StartAsync(database);
        var writer = await site.SignInAsync("Team", "AccessAdminPanel", "WriteToPeople");
        var draft = await DraftAsync(writer);
        var old = draft.Form("form[action*='Save']");
        var page = await SendAsync(draft, at: "2027-03-10T09:00");

        page = await page.Form("form[action*='Stop']").SubmitAsync();
        page.Text(".admin-head .state").ShouldBe("Brouillon");
        page = await SendAsync(page);
        await site.RunJobAsync("mailings");

        page = await old.With("Subject", "Autre chose").SubmitAsync();
        page.Status.ShouldBe(HttpStatusCode.Conflict);
        page.Text(".error-summary").ShouldNotBeNull().ShouldContain("Ce message n’est plus un brouillon");
        (await SentAsync(site)).ShouldBe(["Une salle a changé"]);

        page = await page.Form("form[action*='Copy']").SubmitAsync();
        page.Text(".admin-head .state").ShouldBe("Brouillon");
        (await page.Form("form[action*='Delete']").SubmitAsync()).Url.AbsolutePath.ShouldBe("/admin/ecrire");
        (await writer.GetAsync("/admin/ecrire?etat=Sent")).Texts("tbody .row-title").ShouldBe(["Une salle a changé"]);
    }

    [Theory, OnBothDatabases]
    public async Task What_is_missing_is_said_and_nothing_is_kept(Database database)
    {
        await using var site = await Acts.StartAsync(database);
        var writer = await site.SignInAsync("Team", "AccessAdminPanel", "WriteToPeople");
        (string Audience, string Subject, string Text, string Sentence)[] cases =
        [
            (string.Empty, "Objet", "Texte", "Choisissez à qui vous écrivez."), ("role:Authenticated", " ", "Texte", "Écrivez l’objet du message."), ("role:Authenticated", "Objet", string.Empty, "Écrivez le message."),
        ];
        foreach (var (audience, subject, text, sentence) in cases)
        {
            var form = (await writer.GetAsync("/admin/ecrire/message")).Form("form[action*='Save']").With("Audience", audience).With("Subject", subject).With("Text", text);
            (await form.SubmitAsync()).Text(".error-summary").ShouldNotBeNull().ShouldContain(sentence);
        }

        (await site.InDatabaseAsync(db => db.Set<Mailing>().CountAsync())).ShouldBe(0);
    }

    [Theory, OnBothDatabases]
    public async Task Nobody_sends_without_having_read_again_nor_to_nobody_nor_into_the_past(Database database)
    {
        await using var site = await Acts.StartAsync(database);
        var writer = await site.SignInAsync("Team", "AccessAdminPanel", "WriteToPeople");
        var page = await DraftAsync(writer);

        page = await page.Form("form[action*='Send']").SubmitAsync();
        page.Text(".error-summary").ShouldNotBeNull().ShouldContain("Cochez que vous avez relu le message.");
        page = await SendAsync(page, at: "2027-03-01T09:00");
        page.Text(".error-summary").ShouldNotBeNull().ShouldContain("Choisissez une date à venir, dans l’année.");
        page = await SendAsync(await DraftAsync(writer, audience: "actors:all"));

        (await site.InDatabaseAsync(db => db.Set<Mailing>().CountAsync(mailing => mailing.State != MailingState.Draft))).ShouldBe(0);
    }

    [Theory, OnBothDatabases]
    public async Task Everybody_gets_the_message_once_however_often_the_sending_is_broken_off(Database database)
    {
        await using var site = await Acts.StartAsync(database);
        var writer = await site.SignInAsync("Team", "AccessAdminPanel", "WriteToPeople");
        var people = await site.CrowdAsync(await site.ItemAsync(), 450);
        var page = await SendAsync(await DraftAsync(writer));
        var id = Guid.Parse(page.Url.Segments[^1]);

        await site.BreakOffAsync("mailings", 1);
        (await site.InDatabaseAsync(db => db.Set<Mailing>().Where(mailing => mailing.Id == id).Select(mailing => mailing.Written).SingleAsync())).ShouldBe(200);
        await site.BreakOffAsync("mailings", 1);
        await site.RunJobAsync("mailings");

        var mailed = await site.InDatabaseAsync(db => db.Database.SqlQuery<string>($"SELECT person_id AS \"Value\" FROM mail_message WHERE batch = {id}").ToListAsync());
        mailed.Order().ShouldBe(people.Append(writer.PersonId!).Order());
    }

    private static async Task<Page> DraftAsync(Visitor writer, string subject = "Une salle a changé", string audience = "role:Authenticated", bool urgent = false) =>
        await (await writer.GetAsync("/admin/ecrire/message")).Form("form[action*='Save']").With("Audience", audience).With("Subject", subject)
            .With("Text", "La salle 2 remplace la salle 1.\n\nVoyez [le plan](https://example.org/plan).").With("IsUrgent", urgent ? "true" : "false").SubmitAsync();

    private static Task<Page> SendAsync(Page draft, string? at = null)
    {
        var form = draft.Form("form[action*='Send']").With("IsRead", "true");
        return (at is null ? form : form.With("Later", "true").With("At", at)).SubmitAsync();
    }

    private static Task<List<string>> SentAsync(Site site) => site.InDatabaseAsync(db => db.Set<Mailing>().Where(mailing => mailing.State == MailingState.Sent).Select(mailing => mailing.Subject).ToListAsync());
}
