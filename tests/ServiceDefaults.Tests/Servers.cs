using Regio.Testing;

[assembly: AssemblyFixture(typeof(TestServers))]
