using System.Security.Cryptography;
using System.Text.Json;
using EssConsult.Ledger;

namespace EssConsult.Kernel.Audit;

/// <summary>One act. Rows are only ever inserted; a trigger in each database refuses anything else.</summary>
internal sealed class AuditRow
{
    public long Position { get; init; }

    public Guid Id { get; init; }

    public DateTime AtUtc { get; init; }

    public required string Act { get; init; }

    public required string Subject { get; init; }

    public required string ActorId { get; init; }

    /// <summary>SHA-256 of salt ‖ detail: proves the detail while it is kept, says nothing once it is erased.</summary>
    public required string Commitment { get; init; }

    /// <summary>What the seal covers, as one line.</summary>
    public string Line => $"{Position}|{Id}|{AtUtc:O}|{Act}|{Subject}|{ActorId}|{Commitment}";

    public static object[] From(AuditEntry entry, DateTime now)
    {
        var salt = RandomNumberGenerator.GetBytes(16);
        var detail = JsonSerializer.Serialize(entry.Detail);
        var id = Guid.CreateVersion7();
        return
        [
            new AuditRow
            {
                Id = id, AtUtc = now, Act = entry.Act, Subject = entry.Subject, ActorId = entry.ActorId, Commitment = HashChain.Commit(salt, detail),
            },
            new AuditDetail { Id = id, Salt = salt, Detail = detail },
        ];
    }
}

/// <summary>The part of an act that erasure deletes.</summary>
internal sealed class AuditDetail
{
    public Guid Id { get; init; }

    public required byte[] Salt { get; init; }

    public required string Detail { get; init; }
}

/// <summary>One link of the chain. Acts are sealed in the order in which the sealer finds them: one that commits late is sealed late.</summary>
internal sealed class AuditSeal
{
    /// <summary>Place in the chain: 1, 2, 3…</summary>
    public long Number { get; init; }

    public long RowPosition { get; init; }

    public required string Link { get; init; }

    public DateTime SealedUtc { get; init; }
}
