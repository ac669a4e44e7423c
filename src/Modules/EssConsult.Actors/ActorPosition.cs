namespace EssConsult.Actors;

internal enum PositionDoubt
{
    /// <summary>Latitude and longitude came in each other's place; they were put right, somebody should confirm.</summary>
    Swapped,

    /// <summary>A place on Earth, outside France.</summary>
    OutsideFrance,
}

/// <summary>Decimal degrees, WGS 84.</summary>
internal sealed record ActorPosition(double Latitude, double Longitude, PositionDoubt? Doubt)
{
    // South, north, west, east. Metropolitan France first; then Antilles, Guyane, Réunion, Mayotte, Saint-Pierre, Nouvelle-Calédonie.
    private static readonly (double South, double North, double West, double East)[] France =
    [
        (41.2, 51.2, -5.3, 9.7), (14.3, 18.2, -63.2, -60.7), (2.1, 5.8, -54.7, -51.5), (-21.5, -20.8, 55.1, 55.9),
        (-13.1, -12.6, 44.9, 45.4), (46.7, 47.2, -56.5, -56.1), (-23, -19.5, 163.5, 168.2),
    ];

    /// <summary>Reads two numbers with a doubt about them; null when they are no place on Earth either way.</summary>
    public static ActorPosition? Read(double latitude, double longitude) => (latitude, longitude) switch
    {
        var (lat, lon) when IsInFrance(lat, lon) => new(lat, lon, null),
        var (lat, lon) when IsInFrance(lon, lat) => new(lon, lat, PositionDoubt.Swapped),
        var (lat, lon) when Math.Abs(lat) <= 90 && Math.Abs(lon) <= 180 => new(lat, lon, PositionDoubt.OutsideFrance),
        _ => null,
    };

    /// <summary>The same point whatever was doubted: a confirmed position is not doubted again by the same file.</summary>
    public bool IsSamePlace(ActorPosition? other) => other is not null && other.Latitude.Equals(Latitude) && other.Longitude.Equals(Longitude);

    private static bool IsInFrance(double latitude, double longitude) =>
        France.Any(box => latitude >= box.South && latitude <= box.North && longitude >= box.West && longitude <= box.East);
}
