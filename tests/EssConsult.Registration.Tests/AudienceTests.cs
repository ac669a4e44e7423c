using EssConsult.Kernel.Data;
using EssConsult.Registration.Contracts;
using Microsoft.EntityFrameworkCore;

namespace EssConsult.Registration.Tests;

/// <summary>« Écrire aux participants », to those of an event.</summary>
public sealed class AudienceTests
{
    [Theory, OnBothDatabases]
    public async Task The_team_writes_to_whoever_is_registered_with_an_account_and_to_nobody_else(Database database)
    {
        await using var site = await Site.StartAsync(database, new SiteOptions { Recipe = "ess-roadmap" });
        var writer = await site.SignInAsync("Team", "AccessAdminPanel", "WriteToPeople");
        var (id, other) = (await site.EventAsync(), await site.EventAsync());
        var (seated, gone, elsewhere) = (await site.SignInAsync(), await site.SignInAsync(), await site.SignInAsync());
        await seated.RegisterAsync(id, "Camille Exemple");
        await gone.RegisterAsync(id, "Claude Exemple");
        await elsewhere.RegisterAsync(other, "Dominique Exemple");
        await site.SeatedAsync(id);
        await site.UseAsync<IServiceProvider>(async services =>
        {
            var leaving = await ((SiteDb)services.GetService(typeof(SiteDb))!).Set<Registration>().SingleAsync(row => row.PersonId == gone.PersonId);
            await ((RegistrationVerbs)services.GetService(typeof(RegistrationVerbs))!).EndAsync(leaving, EndReason.Cancelled, default);
        });

        var page = await (await writer.GetAsync("/admin/ecrire/message")).Form("form[action*='Save']").With("Audience", $"event:{id}").With("Subject", "La salle a changé").With("Text", "Venez salle 2.").SubmitAsync();

        page.Text("[role=status]").ShouldBe("Brouillon enregistré.");
        page.Text("aside strong").ShouldBe("1 personne");
        await page.Form("form[action*='Send']").With("IsRead", "true").SubmitAsync();
        await site.RunJobAsync("mailings");
        (await site.InDatabaseAsync(db => db.Database.SqlQuery<string>($"SELECT person_id AS \"Value\" FROM mail_message WHERE subject = 'La salle a changé'").ToListAsync())).ShouldBe([seated.PersonId!]);
    }
}
