using EssConsult.Accounts.Contracts;
using EssConsult.Kernel.Data;
using EssConsult.Notifications.Contracts;
using EssConsult.Notifications.News;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace EssConsult.Notifications.Tests;

public sealed class ErasureTests
{
    [Theory, OnBothDatabases]
    public async Task What_others_were_told_stays_without_the_name_of_whoever_is_erased(Database database)
    {
        await using var site = await Acts.StartAsync(database);
        var (gone, reader) = ((await site.SignInAsync()).PersonId!, (await site.SignInAsync()).PersonId!);
        var name = $"Personne {gone[^6..]}";
        await site.TellPersonAsync(reader, new NewsFact("probe", "{0}") { Title = $"À relire : un texte de {name}", Text = $"Écrit par {name}." });

        await using var scope = site.Services.CreateAsyncScope();
        await using var write = await scope.ServiceProvider.GetRequiredService<SiteDb>().BeginWriteAsync(TestContext.Current.CancellationToken);
        await scope.ServiceProvider.GetServices<IPersonalData>().Single(data => data.Name == "nouvelles").EraseAsync(gone, false, TestContext.Current.CancellationToken);
        await write.CommitAsync(TestContext.Current.CancellationToken);

        var kept = await site.InDatabaseAsync(db => db.Set<NewsRow>().AsNoTracking().SingleAsync(news => news.PersonId == reader));
        (kept.Title, kept.Text).ShouldBe(("À relire : un texte de …", "Écrit par …."));
    }
}
