namespace EssConsult.Registration.Tickets;

/// <summary>A pair of keys of the site. The one with the greatest number signs; what older ones signed is still recognised.</summary>
internal sealed class TicketKeyRow
{
    /// <summary>1 for the first; two nodes that both draw it cannot both store it.</summary>
    public int Number { get; init; }

    /// <summary>32 bytes.</summary>
    public required byte[] PublicBytes { get; init; }

    /// <summary>The private bytes under the site's data protection: a copy of this table alone signs nothing.</summary>
    public required string Sealed { get; init; }

    public DateTime CreatedUtc { get; init; }
}
