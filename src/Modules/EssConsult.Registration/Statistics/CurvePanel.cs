using EssConsult.Registration.Seats;
using Microsoft.EntityFrameworkCore;

namespace EssConsult.Registration.Statistics;

/// <param name="Capacity">Null without a limit.</param>
internal sealed record CurveView(IReadOnlyList<CurveDay> Days, int? Capacity)
{
    private const int Width = 640;
    private const int Height = 160;

    private double Top => Math.Max(1, Math.Max(Days.Max(day => day.Total), Capacity ?? 0));

    /// <summary>The corners of the line, from the left; the drawing is 640 by 160.</summary>
    public string Points => string.Join(' ', Days.Select((day, index) => FormattableString.Invariant($"{X(index):0.#},{Y(day.Total):0.#}")));

    public string? CapacityLine => Capacity is { } capacity ? FormattableString.Invariant($"M0 {Y(capacity):0.#}H{Width}") : null;

    private double X(int index) => Days.Count == 1 ? Width : index * (double)Width / (Days.Count - 1);

    private double Y(double seats) => Height - (seats / Top * Height);
}

/// <summary>Registrations over time, on the organisers' page.</summary>
internal sealed class CurvePanel(RegistrationCurve curve, SiteDb db) : ISlot
{
    public int Order => 10;

    public async ValueTask<SlotView?> ShowAsync(object? model, CancellationToken ct)
    {
        if (model is not string id || await curve.ReadAsync(id, ct) is not { Count: > 1 } days)
        {
            return null;
        }

        var capacity = await db.Set<EventSeats>().Where(row => row.EventId == id).Select(row => row.Capacity).FirstOrDefaultAsync(ct);
        return new SlotView("/Features/EssConsult.Registration/Admin/_Curve.cshtml", new CurveView(days, capacity));
    }
}
