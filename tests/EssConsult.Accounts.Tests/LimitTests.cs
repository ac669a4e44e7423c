using System.Net;
using EssConsult.Accounts.Identification;
using EssConsult.Kernel.Data;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;

namespace EssConsult.Accounts.Tests;

public sealed class LimitTests(AccountsSites sites) : IClassFixture<AccountsSites>
{
    [Theory, OnBothDatabases]
    public async Task Of_many_requests_at_once_for_one_address_six_send_a_code(Database database)
    {
        var site = await sites.OnAsync(database);
        var address = Citizens.NewAddress();
        var forms = new List<(Visitor Visitor, Page Page)>();
        for (var number = 0; number < 20; number++)
        {
            var visitor = site.Visitor();
            forms.Add((visitor, await visitor.GetAsync("/identification")));
        }

        await Task.WhenAll(forms.Select(form => form.Page.Form().With("Email", address).SubmitAsync()));

        (await site.InDatabaseAsync(db => db.Set<SignInRequest>().CountAsync(request => request.Email == address))).ShouldBe(6);
    }

    [Fact]
    public void All_addresses_of_one_subscriber_share_a_limit()
    {
        using var limits = new AddressLimits(Accessor(out var connection));
        for (var number = 0; number < AddressLimits.AnHour; number++)
        {
            connection.RemoteIpAddress = IPAddress.Parse($"2001:db8:1:2::{number + 1:x}");
            limits.Count();
        }

        connection.RemoteIpAddress = IPAddress.Parse("2001:db8:1:2:ffff::1");
        Should.Throw<RuleException>(limits.Count).Code.ShouldBe("account.too-many");
        connection.RemoteIpAddress = IPAddress.Parse("2001:db8:1:3::1");
        Should.NotThrow(limits.Count);
    }

    private static HttpContextAccessor Accessor(out ConnectionInfo connection)
    {
        var context = new DefaultHttpContext();
        connection = context.Connection;
        return new HttpContextAccessor { HttpContext = context };
    }
}
