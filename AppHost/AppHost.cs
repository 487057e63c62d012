using Regio.AppHost;

var builder = DistributedApplication.CreateBuilder(args);
var key = builder.AddRunState();            // .regio/: kept data, logs, the state of every resource, the signing key of this run

// Infrastructure
var postgres = builder.AddPostgres("postgres", port: builder.Port("postgres", 5132))
    .WithDataVolume("regio-postgres")       // without a volume every run would start empty
    .WithStartEmptyCommand();
var municipalitiesDatabase = postgres.AddDatabase("municipalitiesdb");
var procurementDatabase = postgres.AddDatabase("procurementdb");
var expertTableDatabase = postgres.AddDatabase("experttabledb");
var reportingDatabase = postgres.AddDatabase("reportingdb");    // one database per service: nobody reads another's

var bus = builder.AddRabbitMQ("bus", port: builder.Port("bus", 5172))
    .WithReplayCommand()
    .WithDataVolume("regio-bus");           // confirmed events outlive a restart, as they do in production

// The keys of the vaults, made once and kept beside the data: without them they cannot be opened again
var vaultKey = builder.AddParameter("vault-key", VaultKey.Fresh, secret: true, persist: true);
var vaultLookupKey = builder.AddParameter("vault-lookup-key", VaultKey.Fresh, secret: true, persist: true);
var careKey = builder.AddParameter("care-key", VaultKey.Fresh, secret: true, persist: true);
var careLookupKey = builder.AddParameter("care-lookup-key", VaultKey.Fresh, secret: true, persist: true);

// Services
var municipalities = builder.AddProject<Projects.Municipalities>("municipalities")
    .WithServiceEndpoints(grpc: 5101, http: 5111)
    .WithDevelopmentTokens(key)
    .WithReference(municipalitiesDatabase).WaitFor(municipalitiesDatabase)
    .WithReference(bus).WaitFor(bus)
    .WithReferenceDataCommand()
    .WithHttpHealthCheck("/health", endpointName: "http");      // gRPC's endpoint is HTTP/2 only, health is not

var procurement = builder.AddProject<Projects.Procurement>("procurement")
    .WithServiceEndpoints(grpc: 5102, http: 5112)
    .WithDevelopmentTokens(key)
    .WithReference(procurementDatabase).WaitFor(procurementDatabase)
    .WithReference(bus).WaitFor(bus)
    .WithReference(municipalities)          // asks who buys for whom; does not wait, since it can retry
    .WithEnvironment("Vault__Keys__development", careKey)
    .WithEnvironment("Vault__CurrentKey", "development")
    .WithEnvironment("Vault__LookupKey", careLookupKey)
    .WithWatchedFolder("CareMessages__WatchedFolder", "care-messages")   // files of iJw that are put there are taken in
    .WithReferenceDataCommand()
    .WithHttpHealthCheck("/health", endpointName: "http");

var expertTable = builder.AddProject<Projects.ExpertTable>("experttable")
    .WithServiceEndpoints(grpc: 5103, http: 5113)
    .WithDevelopmentTokens(key)
    .WithReference(expertTableDatabase).WaitFor(expertTableDatabase)
    .WithReference(bus).WaitFor(bus)
    .WithReference(municipalities)          // asks which municipalities there are; does not wait, since it can retry
    .WithEnvironment("Vault__Keys__development", vaultKey)
    .WithEnvironment("Vault__CurrentKey", "development")
    .WithEnvironment("Vault__LookupKey", vaultLookupKey)
    .WithHttpHealthCheck("/health", endpointName: "http");

builder.AddProject<Projects.Reporting>("reporting")
    .WithServiceEndpoints(grpc: 5104, http: 5114)
    .WithDevelopmentTokens(key)
    .WithReference(reportingDatabase).WaitFor(reportingDatabase)
    .WithReference(bus).WaitFor(bus)
    .WithReference(municipalities).WithReference(procurement).WithReference(expertTable)    // reads their histories to rebuild
    .WithDemoCommand()
    .WithHttpHealthCheck("/health", endpointName: "http");

await builder.Build().RunAsync();
