namespace Regio.ServiceDefaults.Messaging;

/// <summary>
/// Lanes are spread over a fixed number of partitions; a relay locks partitions, so a lane has one sender at a time.
/// Stored with each row: the number must not change while rows wait.
/// </summary>
internal static class Partitions
{
    public const int Count = 64;

    public static short Of(string lane)
    {
        // FNV-1a: the same in every process, which string.GetHashCode is not.
        var hash = 2166136261u;
        foreach (var character in lane)
            hash = (hash ^ character) * 16777619u;
        return (short)(hash % Count);
    }
}
