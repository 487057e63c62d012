namespace Regio.ServiceDefaults.Grpc.Watches;

/// <summary>A watch cannot go on. The caller is told to come again (UNAVAILABLE).</summary>
internal sealed class WatchEndedException : Exception
{
    private WatchEndedException(string reason, string message, string dutch)
        : base(message) => (Reason, DutchMessage) = (reason, dutch);

    public string Reason { get; }

    public string DutchMessage { get; }

    public static WatchEndedException ServiceStops() => new(
        ErrorReasons.ServiceStopping, "The service stops; watch again at another replica.", "De dienst stopt; volg opnieuw.");

    public static WatchEndedException Interrupted() => new(
        ErrorReasons.WatchInterrupted, "Changes may have been missed; read again and watch anew.", "Mogelijk zijn wijzigingen gemist; lees opnieuw en volg opnieuw.");
}
