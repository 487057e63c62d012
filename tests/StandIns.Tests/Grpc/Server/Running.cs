namespace Regio.StandIns.Tests.Grpc.Server;

internal static class Running
{
    /// <summary>Fires when the running test is to end.</summary>
    public static CancellationToken Test => TestContext.Current.CancellationToken;
}
