using Grpc.Core;
using Grpc.Core.Interceptors;
using Grpc.Net.Client;
using Regio.Reporting.Persistence;
using Regio.Reporting.V1;
using Regio.ServiceDefaults.Security;
using Regio.Testing;
using Replica = Regio.Testing.Replicas.ServiceProcess;

namespace Regio.Reporting.Tests.Importing;

/// <summary>Processes that are killed while a large file comes in and while it is read in, and others that go on.</summary>
public sealed class KilledFileImportTests(TestServers servers) : IAsyncLifetime
{
    private const int Rows = 30_000;
    private const int PieceBytes = 600_000;
    private const string Stored = "select count(*) from observation where area_id = 'GM0106' and indicator = 'coordination-staff'";

    private readonly ReportingHost _host = new(servers);

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private ImportService.ImportServiceClient Client => new(_host.Invoker(TestTokens.For(Roles.PolicyAdviser)));

    public async ValueTask InitializeAsync()
    {
        // This one only answers: the processes that are killed do the work.
        _host.Settings["Imports:Fetch"] = "false";
        _host.Settings["Reports:Make"] = "false";
        await _host.InitializeAsync();
        await _host.PublishAsync(Drenthe.Municipalities[1]);
        await Eventually.Is("Assen is known", 1, () => _host.Database.ScalarAsync<long>("select count(*) from municipality"));
    }

    public ValueTask DisposeAsync() => _host.DisposeAsync();

    [Fact]
    public async Task A_file_survives_processes_killed_while_it_comes_in_and_while_it_is_stored_and_no_row_is_doubled()
    {
        var file = SentFiles.Of(Rows);
        var id = (await Client.StartFileImportAsync(SentFiles.Announce(file))).FileImport.Id;
        using (var first = await ProcessAsync())
        {
            using var channel = GrpcChannel.ForAddress(first.Grpc);
            using var call = new ImportService.ImportServiceClient(WithToken(channel)).UploadFile();
            await call.RequestStream.WriteAsync(SentFiles.Piece(id, file, 0, PieceBytes), Stop);
            await call.RequestStream.WriteAsync(SentFiles.Piece(id, file, PieceBytes, PieceBytes), Stop);
            // What does not fit into a piece any more is kept; the rest is lost with the process.
            await Eventually.Holds("some of it is kept", async () => (await FindAsync(id)).ReceivedBytes > 0);
            first.Kill();
            await Assert.ThrowsAsync<RpcException>(() => call.ResponseAsync);
        }

        var kept = await FindAsync(id);
        Assert.Equal((FileImportState.Receiving, true), (kept.State, kept.ReceivedBytes < file.Length));
        Assert.Equal(FileImportState.Waiting, (await Client.UploadAsync(id, file, from: kept.ReceivedBytes, length: PieceBytes)).State);

        await using var connection = new Npgsql.NpgsqlConnection(_host.Database.ConnectionString);
        await connection.OpenAsync(Stop);
        await using (var holding = await connection.BeginTransactionAsync(Stop))
        {
            await using (var hold = new Npgsql.NpgsqlCommand("lock table load in share mode", connection, holding))
                await hold.ExecuteNonQueryAsync(Stop);
            using var second = await ProcessAsync();
            await Eventually.Holds("its rows are checked and being stored", async () => await FindAsync(id) is { State: FileImportState.Storing, RowCount: Rows });
            second.Kill();
        }

        // Only now does the database notice that nobody listens any more, and takes back what was done.
        Assert.Equal(0, await _host.Database.ScalarAsync<long>(Stored));
        using var third = await ProcessAsync();
        var done = await Client.EndOfAsync(id);

        Assert.Equal((FileImportState.Done, 2, Rows, Rows), (done.State, done.AttemptCount, done.RowCount, done.Report.AddedCount));
        Assert.Equal(Rows, await _host.Database.ScalarAsync<long>(Stored));
    }

    private static CallInvoker WithToken(GrpcChannel channel) => channel.Intercept(metadata =>
    {
        metadata.Add("authorization", $"Bearer {TestTokens.For(Roles.PolicyAdviser)}");
        return metadata;
    });

    private async Task<FileImport> FindAsync(string id) => (await Client.GetFileImportAsync(new() { Id = id })).FileImport;

    private Task<Replica> ProcessAsync() => Replica.StartAsync(
        typeof(ReportingDbContext).Assembly, new Dictionary<string, string?>(_host.ProcessSettings) { ["Imports:Fetch"] = "true" });
}
