using System.Collections.Concurrent;
using System.Diagnostics;
using EssConsult.Registration.Contracts;

namespace EssConsult.Registration.Tests;

/// <summary>Many people who press « M’inscrire » at once, each from an address of its own.</summary>
internal static class Rush
{
    /// <param name="requests">Spread evenly over the clients; each is somebody else.</param>
    /// <param name="workshops">Of the plenary, in one slot: chosen in turn.</param>
    public static async Task<RushResult> RunAsync(Site site, string eventId, int clients, int requests, IReadOnlyList<string>? workshops = null)
    {
        var (times, failures) = (new ConcurrentBag<TimeSpan>(), 0);
        var ready = new Barrier(clients);
        await Task.WhenAll(Enumerable.Range(0, clients).Select(client => Task.Run(async () =>
        {
            var visitor = site.Visitor($"10.1.{client / 250}.{1 + (client % 250)}");
            var page = await visitor.GetAsync($"/rendez-vous/{eventId}/inscription");
            ready.SignalAndWait(TestContext.Current.CancellationToken);
            for (var number = client; number < requests; number += clients)
            {
                var form = page.Form("main form.form").With("Form.Name", $"Personne {number}").With("Form.Email", Gatherings.NewAddress());
                if (workshops is { Count: > 0 })
                {
                    form.With("Form.Workshops[0]", workshops[number % workshops.Count]);
                }

                page.Document.QuerySelector("input[name='Form.FormKey']")!.SetAttribute("value", Guid.CreateVersion7().ToString());
                var started = Stopwatch.GetTimestamp();
                try
                {
                    using var answer = await visitor.WithoutRedirects.SendAsync(form.Press(), TestContext.Current.CancellationToken);
                    _ = answer.StatusCode == System.Net.HttpStatusCode.Redirect ? 0 : Interlocked.Increment(ref failures);
                }
                catch (HttpRequestException)
                {
                    Interlocked.Increment(ref failures);
                }

                times.Add(Stopwatch.GetElapsedTime(started));
            }
        })));
        return new RushResult([.. times.Order()], failures);
    }

    /// <summary>What must be true of an event after any rush.</summary>
    public static void ShouldBeExact(this IReadOnlyList<Registration> all, int capacity, int requests)
    {
        all.Count.ShouldBe(requests, "somebody was lost, or counted twice");
        all.Count(row => row.HoldsSeats).ShouldBe(Math.Min(capacity, requests));
        all.Select(row => row.Arrival).ShouldBe(Enumerable.Range(1, requests).Select(number => (long)number), "everybody has a number of their own, without gaps");
        var lastSeated = all.Last(row => row.HoldsSeats).Arrival;
        all.Where(row => row.State == RegistrationState.Waiting).ShouldAllBe(row => row.Arrival > lastSeated);
    }
}

/// <param name="Times">Of each answer, the shortest first.</param>
/// <param name="Failures">Answers that were neither a seat nor a place on the list.</param>
internal sealed record RushResult(IReadOnlyList<TimeSpan> Times, int Failures)
{
    public TimeSpan At(double share) => Times[Math.Min(Times.Count - 1, (int)(Times.Count * share))];
}
