using EssConsult.Accounts.Contracts;
using EssConsult.Kernel.Data;
using EssConsult.Kernel.Security;
using EssConsult.Workflows.Running;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace EssConsult.Workflows.Tests;

public sealed class MessageTests(Sites sites) : IClassFixture<Sites>
{
    private const string OfPages = """{"ContentTypeFilter":["Page"]}""";

    [Theory, OnBothDatabases]
    public async Task A_mail_goes_to_each_address_in_a_message_of_its_own(Database database)
    {
        var site = await sites.OnAsync(database);
        await site.PlayAsync([Circuits.Chain("4mail", ("ContentPublishedEvent", OfPages),
            ("EmailTask", """{"Recipients":{"Expression":"un@example.org; deux@example.org"},"Bcc":{"Expression":"trois@example.org"},"Subject":{"Expression":"Paru : {{ Workflow.Input.ContentItem.DisplayText }}"},"HtmlBody":{"Expression":"<p>Bonjour <b>vous</b></p><script>x</script>"}}"""))]);

        var page = await site.PublishAsync();

        var mails = await MailsAsync(site, $"Paru : Page {page}");
        mails.Select(mail => mail.Recipient).Order().ShouldBe(["deux@example.org", "trois@example.org", "un@example.org"]);
        mails[0].Html.ShouldContain("<p>Bonjour <b>vous</b></p>");
        mails[0].Html.ShouldNotContain("<script>x");
        mails[0].Text.ShouldContain("Bonjour vous");
    }

    [Theory, OnBothDatabases]
    public async Task An_address_that_is_none_takes_the_way_of_failure_and_sends_nothing(Database database)
    {
        var site = await sites.OnAsync(database);
        await site.PlayAsync([Circuits.Chain("4wrong", ("ContentPublishedEvent", OfPages), ("EmailTask", """{"Recipients":{"Expression":"un@example.org, pas une adresse"},"Subject":{"Expression":"Jamais"}}"""))]);

        await site.PublishAsync();

        (await site.JournalAsync((await site.RunsAsync("4wrong")).Single().Id)).ShouldBe("ContentPublishedEvent:Done EmailTask:Failed");
        (await MailsAsync(site, "Jamais")).ShouldBeEmpty();
    }

    /// <summary>A circuit sees an alias; the address stays in its module and becomes real in the queue alone.</summary>
    [Theory, OnBothDatabases]
    public async Task A_persons_address_is_in_the_mail_and_nowhere_in_the_run(Database database)
    {
        var site = await sites.OnAsync(database);
        await site.PlayAsync([Circuits.Chain("4hello", ("UserLoggedInEvent", "{}"),
            ("SetPropertyTask", """{"PropertyName":"to","Value":{"Expression":"input('User').Email"}}"""),
            ("EmailTask", """{"Recipients":{"Expression":"{{ Workflow.Properties.to }}"},"Subject":{"Expression":"Bonjour {{ Workflow.Input.User.UserName }}"},"TextBody":{"Expression":"Un\n\nDeux"}}"""))]);

        await site.SignInAsync();
        await site.SettleAsync();

        var run = (await site.RunsAsync("4hello")).Last();
        run.FaultMessage.ShouldBeNull();
        var name = (await site.UseAsync<IPeople, IReadOnlyDictionary<string, PersonName>>(people => people.NamesAsync([run.CorrelationId], default))).Values.Single().DisplayName;
        var mail = (await MailsAsync(site, "Bonjour " + name)).ShouldHaveSingleItem();
        mail.Recipient.ShouldEndWith("@example.org");
        mail.PersonId.ShouldBe(run.CorrelationId);
        mail.Html.ShouldContain("<p>Un</p>");
        run.State.ShouldNotContain("@example.org");
    }

    [Theory, OnBothDatabases]
    public async Task A_circuit_that_would_flood_a_mailbox_is_stopped(Database database)
    {
        var site = await sites.OnAsync(database);
        var many = string.Join(',', Enumerable.Range(0, 501).Select(index => $"n{index}@example.org"));
        await site.PlayAsync([Circuits.Chain("4flood", ("ContentPublishedEvent", OfPages), ("EmailTask", $$$"""{"Recipients":{"Expression":"{{{many}}}"},"Subject":{"Expression":"Trop"}}"""))]);

        await site.PublishAsync();

        (await site.RunsAsync("4flood")).Single().FaultMessage.ShouldBe("Une exécution envoie 500 messages au plus.");
        (await MailsAsync(site, "Trop")).ShouldBeEmpty();
    }

    [Theory, OnBothDatabases]
    public async Task Circuits_give_roles_and_none_that_opens_the_administration(Database database)
    {
        var site = await sites.OnAsync(database);
        await site.SignInAsync("Panel", "ViewContent");
        await site.PlayAsync([
            Circuits.Chain("4gives", ("UserLoggedInEvent", "{}"), ("AssignUserRoleTask", """{"UserName":{"Expression":"{{ Workflow.Input.User.UserName }}"},"RoleName":{"Expression":"Panel"}}""")),
            Circuits.Chain("4rises", ("UserLoggedInEvent", "{}"), ("AssignUserRoleTask", """{"UserName":{"Expression":"{{ Workflow.Input.User.UserId }}"},"RoleName":{"Expression":"Administrator"}}"""))]);

        await site.SignInAsync();
        await site.SettleAsync();

        var person = (await site.RunsAsync("4gives")).Last().CorrelationId;
        (await site.UseAsync<IPeople, IReadOnlyList<string>>(people => people.InRolesAsync(["Panel"], default))).ShouldContain(person);
        (await site.RunsAsync("4rises")).Last().FaultMessage.ShouldBe("Un rôle qui ouvre l’administration se donne à la main : « Administrator ».");
        (await site.UseAsync<IPeople, IReadOnlyList<string>>(people => people.InRolesAsync([SystemRoles.Administrator], default))).ShouldNotContain(person);
    }

    private static Task<List<SentMail>> MailsAsync(Site site, string subject) =>
        site.InDatabaseAsync(db => db.Database.SqlQuery<SentMail>($"SELECT recipient, person_id, text, html FROM mail_message WHERE subject = {subject}").ToListAsync());

    private sealed record SentMail(string Recipient, string? PersonId, string Text, string Html);
}
